-- Per build how many figures are new, revised or gone, and of which indicators; the newest fifty builds.
select
    max(w.vastgesteld_op) as vastgesteld_op,
    sum(w.nieuw)::bigint as nieuw, sum(w.herzien)::bigint as herzien, sum(w.vervallen)::bigint as vervallen,
    list(coalesce(i.titel, w.indicator) order by coalesce(i.titel, w.indicator)) as titels
from wijziging w
left join indicator i using (indicator)
group by w.stand
order by vastgesteld_op desc
limit 50

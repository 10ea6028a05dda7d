-- Per reviewed indicator: how many municipalities have a value, and how many lack one for which reason.
with per_reden as (
    select indicator, reden, count(*) as aantal, list(nis_code order by nis_code) as nis_codes
    from profiel where status <> 'waarde' group by indicator, reden
)
select
    i.indicator, i.titel, i.levensdomein,
    count(*) filter (where p.status = 'waarde') as met_waarde,
    count(*) as aantal,
    max(p.periode_einde) as periode_einde,
    (select list({'reden': r.reden, 'aantal': r.aantal, 'nis_codes': r.nis_codes} order by r.aantal desc)
     from per_reden r where r.indicator = i.indicator) as zonder
from indicator i
join profiel p using (indicator)
where i.nagekeken
group by i.indicator, i.titel, i.levensdomein
order by i.levensdomein, i.titel

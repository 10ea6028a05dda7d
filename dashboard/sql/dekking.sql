-- Per reviewed indicator: how many municipalities have a value, and how many lack one for which reason.
with per_reden as (
    select indicator, reden, count(*) as aantal, list(nis_code order by nis_code) as nis_codes
    from profiel where status <> 'waarde' group by indicator, reden
)
select
    i.indicator, i.titel, i.levensdomein, i.bron,
    count(*) filter (where p.status = 'waarde') as met_waarde,
    count(*) as aantal,
    any_value(p.aantal_gemeenten) as aantal_gemeenten,
    max(p.periode_einde) as periode_einde,
    min(p.periode_begin) filter (where p.periode_einde is not null) as periode_begin,
    (select list({'reden': r.reden, 'aantal': r.aantal, 'nis_codes': r.nis_codes} order by r.aantal desc)
     from per_reden r where r.indicator = i.indicator) as zonder
from indicator i
join profiel p using (indicator)
where i.nagekeken
group by i.indicator, i.titel, i.levensdomein, i.bron
order by i.levensdomein, i.titel

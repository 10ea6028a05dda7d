-- How many rows of one table of figures break which rule; the rule is told to who runs the build.
-- The rules of indicators.observations.check, a second time: now on what the file really holds.
select
    count(*) filter (where s.demo <> l.demo)
        as "voorbeeldcijfers en echte cijfers staan door elkaar",
    count(*) filter (where l.levering is null)
        as "er zijn cijfers zonder levering",
    count(*) filter (where i.indicator is null)
        as "er zijn cijfers zonder indicator",
    (select count(*) from (
        select 1 from {table}
        group by indicator, nis_code, geografie, periode_begin, periode_einde having count(*) > 1
    ))
        as "er staan twee cijfers voor dezelfde gemeente en periode",
    count(*) filter (where w.nis_code not similar to '[0-9]{5}')
        as "een nis_code heeft geen vijf cijfers",
    count(*) filter (where w.geografie not in ('308', '300', '285'))
        as "een geografie is onbekend",
    count(*) filter (where w.status not in ('waarde', 'onderdrukt', 'niet_van_toepassing', 'ontbreekt'))
        as "een status is onbekend",
    count(*) filter (where (w.waarde is not null) <> (w.status = 'waarde'))
        as "een waarde en haar status spreken elkaar tegen",
    count(*) filter (where not isfinite(w.waarde))
        as "een waarde is oneindig",
    count(*) filter (where w.waarde not between i.geldig_min and i.geldig_max)
        as "een waarde ligt buiten het geldige bereik van de catalogus",
    count(*) filter (where w.periode_einde < w.periode_begin)
        as "een periode eindigt voor ze begint",
    count(*) filter (where i.nagekeken
        and w.periode_begin + to_years(i.venster_jaren)
            <> w.periode_einde + to_days(if(i.venster_jaren = 0, 0, 1)))
        as "een periode is niet zo lang als de catalogus zegt",
    count(*) filter (where w.noemer < 0 or w.n < 0)
        as "een noemer of een aantal respondenten is negatief"
from {table} w
left join indicator i on i.indicator = w.indicator
left join levering l on l.levering = w.levering
cross join stand s

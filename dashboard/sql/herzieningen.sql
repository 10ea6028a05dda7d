-- The newest figures that changed from one build to the next; `totaal` counts all of them.
select
    coalesce(i.titel, h.indicator) as titel, coalesce(i.eenheid, 'index') as eenheid,
    coalesce(i.decimalen, 1) as decimalen,
    h.nis_code, h.periode_begin, h.periode_einde, h.oud, h.nieuw, h.vastgesteld_op,
    coalesce(h.oude_levering = h.nieuwe_levering, false) as zelfde_levering,
    count(*) over () as totaal
from herziening h
left join indicator i using (indicator)
order by h.vastgesteld_op desc, titel, h.periode_einde desc, h.nis_code
limit 200

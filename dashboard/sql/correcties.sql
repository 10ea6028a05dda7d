-- Known errors of publishers: those that we correct now, and those that they repaired.
select
    i.titel, i.eenheid, i.decimalen, c.nis_code, c.periode_einde,
    c.verwacht, c.waarde, c.reden, c.gemeld_op, c.toestand
from correctie c
join indicator i using (indicator)
where c.toestand <> 'niet_gevonden'
order by c.gemeld_op desc, i.titel, c.nis_code

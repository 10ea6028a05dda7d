-- All periods of one indicator in one municipality, with what it is compared with.
select
    w.periode_begin, w.periode_einde, w.periode_label, w.waarde, w.status, w.schatting, w.voorlopig,
    w.n, w.levering,
    v.waarde as vergelijking_waarde, v.soort as vergelijking_soort, v.noemer as vergelijking_noemer,
    v.mediaan, v.aantal_gemeenten
from waarneming w
left join vergelijking v using (indicator, periode_begin, periode_einde)
where w.indicator = $1 and w.nis_code = $2
order by w.periode_einde

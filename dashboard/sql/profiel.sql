-- The latest value of every reviewed indicator in one municipality; what it means stands in `catalogus`.
select
    p.indicator, p.nis_code, p.periode_begin, p.periode_einde,
    p.waarde, p.reden, p.schatting, p.voorlopig, p.noemer, p.n, p.levering,
    p.kwantiel, p.aantal_gemeenten, p.vergelijking_waarde, p.vergelijking_soort, p.vergelijking_noemer,
    c.verwacht as gecorrigeerd, c.reden as correctie_reden, c.gemeld_op
from profiel p
left join correctie c
    on c.indicator = p.indicator and c.nis_code = p.nis_code and c.periode_einde = p.periode_einde
    and c.toestand = 'toegepast'
where p.nis_code = $1

-- The latest value of every reviewed indicator in one municipality.
select
    p.indicator, p.nis_code, p.periode_begin, p.periode_einde, p.periode_label,
    p.waarde, p.status, p.reden, p.schatting, p.voorlopig, p.teller, p.noemer, p.n,
    p.kwantiel, p.aantal_gemeenten, p.vergelijking_waarde, p.vergelijking_soort, p.vergelijking_noemer,
    i.titel, i.definitie, i.waarom, i.eenheid, i.soort, i.richting, i.richting_reden, i.levensdomein, i.kern,
    i.teller as teller_naam, i.noemer as noemer_naam, i.venster_jaren, i.fusieregel, i.decimalen,
    i.breuken, i.kanttekening, i.herzien,
    b.reden as vastgehouden,
    c.verwacht as gecorrigeerd, c.reden as correctie_reden, c.gemeld_op,
    l.levering, l.bron, l.bron_titel, l.uitgever, l.url, l.bestandsnaam, l.opgehaald_op, l.licentie
from profiel p
join indicator i using (indicator)
left join levering l on l.levering = p.levering
left join bewaking b on b.indicator = p.indicator
left join correctie c
    on c.indicator = p.indicator and c.nis_code = p.nis_code and c.periode_einde = p.periode_einde
    and c.toestand = 'toegepast'
where p.nis_code = $1
order by i.levensdomein, i.titel

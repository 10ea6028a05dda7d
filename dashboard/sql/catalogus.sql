-- What stays the same for every municipality: the texts of the reviewed indicators, in the order of the pages.
select
    i.indicator, i.titel, i.definitie, i.waarom, i.eenheid, i.soort, i.richting, i.richting_reden,
    i.levensdomein, i.kern, i.bron, i.teller as teller_naam, i.noemer as noemer_naam, i.noemer_indicator,
    i.venster_jaren, i.fusieregel, i.decimalen, i.breuken, i.kanttekening, i.herzien,
    b.reden as vastgehouden
from indicator i
left join bewaking b using (indicator)
where i.nagekeken
order by i.levensdomein, i.titel

using System.Collections.Frozen;

namespace FakeProfileDetector.Cli.Members.Cells;

/// <summary>Months in words, in the languages of common exports. The system's own names need ICU, which the tool does without.</summary>
internal static class MonthNames
{
    // English, German, French, Spanish, Italian, Portuguese, Dutch, Polish: none of these means two months.
    private static readonly string[] Names =
    [
        "jan january januar jänner janvier janv ene enero gen gennaio janeiro januari sty stycznia",
        "feb february februar février févr fév febrero febbraio fev fevereiro februari lut lutego",
        "mar march märz mär mrz mars marzo março maart mrt marca",
        "apr april avril avr abr abril aprile kwi kwietnia",
        "may mai mayo mag maggio maio mei maj maja",
        "jun june juni juin junio giu giugno junho cze czerwca",
        "jul july juli juillet juil julio lug luglio julho lip lipca",
        "aug august août ago agosto augustus sie sierpnia",
        "sep sept september septembre septiembre set settembre setembro wrz września",
        "oct october okt oktober octobre octubre ott ottobre out outubro paź października",
        "nov november novembre noviembre novembro lis listopada",
        "dec december dez dezember déc décembre dic diciembre dicembre dezembro gru grudnia",
    ];

    private static readonly FrozenDictionary<string, int> Months = Names.Index()
        .SelectMany(static item => item.Item.Split(' ').Select(name => (Name: name, Month: item.Index + 1)))
        .ToFrozenDictionary(static item => item.Name, static item => item.Month, StringComparer.OrdinalIgnoreCase);

    /// <summary>The month, from 1; null for what is no name of one.</summary>
    internal static int? Find(string name) => Months.TryGetValue(name, out var month) ? month : null;
}

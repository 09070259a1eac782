namespace FakeProfileDetector.Cli.Members.Cells;

/// <summary>Yes or no as programs write it, and as spreadsheets do in their language.</summary>
internal static class FlagCell
{
    internal const string Expected = "0 or 1";

    internal static bool? Read(string text) => text.ToUpperInvariant() switch
    {
        "1" or "TRUE" or "YES" or "Y" or "T" or "ON" or "1.0" or "WAHR" or "JA" or "VRAI" or "OUI" or "VERDADERO" or "SÍ" or "VERO" or "SIM" => true,
        "0" or "FALSE" or "NO" or "N" or "F" or "OFF" or "0.0" or "FALSCH" or "NEIN" or "FAUX" or "NON" or "FALSO" or "NÃO" => false,
        _ => null,
    };
}

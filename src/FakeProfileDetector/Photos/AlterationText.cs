using System.Globalization;

namespace FakeProfileDetector.Photos;

/// <summary>Says in words how a photo was altered, from the numbers as reports state them: the words say what the numbers say.</summary>
internal static class AlterationText
{
    private const double MinimumTurn = 1;
    private const double WholeSide = 0.98;

    internal static string Of(PhotoAlteration alteration)
    {
        var parts = new List<string>(4);
        var side = Rounded(alteration.Kept).KeptSide;
        var turn = Math.Round(alteration.RotationDegrees, 1);
        if (alteration.IsNegative)
        {
            parts.Add("colors inverted");
        }

        if (alteration.IsMirrored)
        {
            parts.Add("mirrored");
        }

        if (side < WholeSide)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"cropped to {100 * side:0} %"));
        }

        if (Math.Abs(turn) >= MinimumTurn)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"turned by {turn:0}°"));
        }

        return parts.Count == 0 ? "framed or cut otherwise" : string.Join(", ", parts);
    }

    private static PhotoRegion Rounded(PhotoRegion region) =>
        new(Math.Round(region.Left, 3), Math.Round(region.Top, 3), Math.Round(region.Right, 3), Math.Round(region.Bottom, 3));
}

using System.Globalization;

namespace FakeProfileDetector.Photos;

/// <summary>Says in words how a photo was altered.</summary>
internal static class AlterationText
{
    private const double MinimumTurn = 1;
    private const double WholeSide = 0.98;

    internal static string Of(PhotoAlteration alteration)
    {
        var parts = new List<string>(3);
        if (alteration.IsMirrored)
        {
            parts.Add("mirrored");
        }

        if (alteration.Kept.KeptSide < WholeSide)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"cropped to {100 * alteration.Kept.KeptSide:0} %"));
        }

        if (Math.Abs(alteration.RotationDegrees) >= MinimumTurn)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"turned by {alteration.RotationDegrees:0}°"));
        }

        return parts.Count == 0 ? "framed or cut otherwise" : string.Join(", ", parts);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FakeProfileDetector.Photos.Pdq;

/// <summary>Division of many floats by one whole number, each quotient rounded as a true division rounds it.</summary>
/// <remarks>
/// Where the machine fuses multiply and add, the quotient is fma(x, high, x · low), with high + low = 1 ÷ n to twice a
/// float's precision; before its one rounding that sum is off by less than 2⁻⁴⁶ of itself. The quotient of a float and a whole
/// number n is never half-way between two floats (n times such a point has more than 24 digits), and lies at least
/// 2⁻²⁵ ÷ n of itself from any such point: for n up to 2¹⁶ the error never reaches across one. This takes x · low to be no
/// subnormal number: |x| is 0 or at least 2⁻⁸⁰. Source: Brisebarre and Muller, "Correctly rounded multiplication by arbitrary
/// precision constants", 2008.
/// </remarks>
internal readonly struct ConstantDivision
{
    private readonly float _divisor;
    private readonly float _high;
    private readonly float _low;

    /// <summary>Prepares the division.</summary>
    /// <param name="divisor">A whole number, 1 to 65,536.</param>
    internal ConstantDivision(int divisor)
    {
        _divisor = divisor;
        _high = (float)(1.0 / divisor);

        // 1 − high · divisor has at most 24 + 17 digits: exact in double.
        _low = (float)((1.0 - ((double)_high * divisor)) / divisor);
    }

    internal int Divisor => (int)_divisor;

    private static bool IsFused => Fma.IsSupported || AdvSimd.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> Divide(Vector256<float> values) => IsFused
        ? Vector256.FusedMultiplyAdd(values, Vector256.Create(_high), values * Vector256.Create(_low))
        : DivideTruly(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector512<float> Divide(Vector512<float> values) => IsFused
        ? Vector512.FusedMultiplyAdd(values, Vector512.Create(_high), values * Vector512.Create(_low))
        : values / Vector512.Create(_divisor);

    /// <summary>For values that may be next to nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> DivideTruly(Vector256<float> values) => values / Vector256.Create(_divisor);
}

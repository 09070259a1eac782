using System.Numerics;
using FakeProfileDetector.Index.MultiIndex;

namespace FakeProfileDetector.Tests.Index;

public sealed class BandPlanTests
{
    /// <summary>
    /// The example by which multi-index hashing is usually told: 16 bands of 16 bits, at most 31 bits of difference. Were every band
    /// at least 2 apart, the whole would be 32 apart; so one is at most 1 apart, and 16 × (1 + 16) buckets hold all answers.
    /// </summary>
    [Fact]
    public void SearchPlan_MediumAt31_LooksOneBitAroundEveryBand()
    {
        var plan = BandPlan.Medium.SearchPlanFor(1_000_000, 31);

        Assert.Equal(16, plan.Bands.Length);
        Assert.All(plan.Bands, band => Assert.Equal(1, band.Radius));
        Assert.Equal(272, plan.Steps.Sum(step => step.Length));
    }

    /// <summary>Eight bands at radius 2 and four at radius 1: 8 × 3 + 4 × 2 = 32.</summary>
    [Fact]
    public void SearchPlan_WideAt31_LooksTwoBitsAroundWideBandsAndOneAroundOthers()
    {
        var plan = BandPlan.Wide.SearchPlanFor(100_000_000, 31);

        Assert.All(plan.Bands, band => Assert.Equal(band.Band.Width == 22 ? 2 : 1, band.Radius));
        Assert.Equal((8 * (1 + 22 + 231)) + (4 * (1 + 20)), plan.Steps.Sum(step => step.Length));
    }

    /// <summary>Equal hashes are equal in every band, so one look-up will do.</summary>
    [Fact]
    public void SearchPlan_RadiusZero_LooksIntoOneBucket() =>
        Assert.Equal(1, Assert.Single(BandPlan.Medium.SearchPlanFor(1_000_000, 0).Steps).Length);

    /// <summary>
    /// 15 bands 2 apart and one 1 apart are 31 in all. From the last one on: 1 ≤ 1, and 1 + 2 ≤ 1 + 1 + 1. A posting in the query's own
    /// bucket may differ in 3 bits of the next band, one in a neighboring bucket in 2.
    /// </summary>
    [Fact]
    public void Budgets_MediumAt31_AreThreeAndTwo()
    {
        var band = BandPlan.Medium.SearchPlanFor(1_000_000, 31).Bands[0];

        Assert.Equal(3, band.ChainBudget);
        Assert.All(band.Ball.Zip(band.Budgets), pair => Assert.Equal(3 - BitOperations.PopCount(pair.First), pair.Second));
    }

    [Fact]
    public void SearchPlan_EveryRadiusAndSize_CoversTheRadiusOrScans()
    {
        foreach (var plan in BandPlan.All.Where(plan => plan.IsExact))
        {
            for (var radius = 0; radius <= 256; radius++)
            {
                for (var count = 1L; count <= 1L << 30; count <<= 3)
                {
                    var search = plan.SearchPlanFor(count, radius);
                    Assert.True(search.IsScan || search.Bands.Sum(band => band.Radius + 1) == radius + 1, $"{radius} among {count}");
                }
            }
        }
    }

    [Theory]
    [InlineData(1_000, 100)]
    [InlineData(1_000_000, 128)]
    [InlineData(100_000_000, 256)]
    public void SearchPlan_FarBeyondTheCrossover_Scans(long count, int radius) =>
        Assert.True(BandPlan.For(count).SearchPlanFor(count, radius).IsScan);

    [Fact]
    public void Bands_EveryPlan_CoverAllBitsOnce()
    {
        foreach (var plan in BandPlan.All.Where(plan => plan.IsExact))
        {
            Assert.Equal(256, plan.Bands.Sum(band => band.Width));
            Assert.Equal(plan.Bands.Select(band => band.Start), plan.Bands.Select((_, i) => plan.Bands.Take(i).Sum(band => band.Width)));
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1 << 16, 0)]
    [InlineData((1 << 16) + 1, 1)]
    [InlineData(50_000_000, 1)]
    [InlineData(50_000_001, 2)]
    [InlineData(645_000_000, 3)]
    public void For_Count_TakesWiderBandsForMoreEntries(long count, int plan) => Assert.Same(BandPlan.All[plan], BandPlan.For(count));
}

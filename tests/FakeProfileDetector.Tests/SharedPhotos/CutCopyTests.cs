using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Registry;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Weights;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>A copy is a part of another one where all that it shows is on that, and not the other way round.</summary>
public sealed class CutCopyTests
{
    [Theory]
    [InlineData(0.95, 0.92, HolderRole.Taker)]
    [InlineData(1.0, 0.3, HolderRole.Taker)]
    [InlineData(0.95, 0.93, HolderRole.Unknown)]
    [InlineData(0.94, 0.92, HolderRole.Unknown)]
    [InlineData(0.97, 0.97, HolderRole.Unknown)]
    [InlineData(0.5, 0.5, HolderRole.Unknown)]
    [InlineData(0.93, 0.95, HolderRole.Unknown)]
    [InlineData(0.92, 0.95, HolderRole.Owner)]
    [InlineData(null, 0.95, HolderRole.Unknown)]
    [InlineData(0.95, null, HolderRole.Unknown)]
    public void Analyze_SharesOfBothCopies_NamesTheUncutOneAlone(double? own, double? kept, object role)
    {
        var shared = Analyze(new PhotoAlteration { OwnShare = own, KeptShare = kept, Grade = PhotoCopyGrade.Exact });

        Assert.Equal(((HolderRole)role, role is HolderRole.Unknown ? OwnerGrounds.None : OwnerGrounds.UncutCopy), (shared.Role, shared.Grounds));
    }

    private static SharedPhoto Analyze(PhotoAlteration alteration)
    {
        var holder = new PhotoHolder("b", PhotoHolderSource.EnrolledProfile, "Boris Kovac", photo: Photo(1));
        var uses = new PhotoUseResult([new(holder, 90) { Alteration = alteration }], totalCount: 1);
        return SharedPhotoAnalysis.Analyze(
            new Profile("a") { DisplayName = "Ana Horvat" }, Photo(1), uses, HolderFindings.None, new NameRelations(), Now, DetectorWeights.Default.History);
    }
}

using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.SharedPhotos;
using FakeProfileDetector.Weights;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.SharedPhotos;

/// <summary>Holders of a photo and the people they are, for tests of the rules on them.</summary>
internal static class People
{
    internal static Holder Holder(
        string id, string? name = null, AccountHistory? history = null, PhotoFingerprint? photo = null, bool isCut = false, bool isFake = false, bool isAuthentic = false) =>
        new(id, HolderNames.Of(name, NameList.Empty), history, Now, DetectorWeights.Default.History)
        {
            Photo = photo,
            Pixels = (long?)photo?.Width * photo?.Height,
            IsCut = isCut,
            IsConfirmedFake = isFake,
            IsAuthentic = isAuthentic,
        };

    internal static Person Person(AccountHistory? history = null, PhotoFingerprint? photo = null, bool isCut = false, bool isFake = false, bool isAuthentic = false) =>
        new([Holder("m", history: history, photo: photo, isCut: isCut, isFake: isFake, isAuthentic: isAuthentic)]);
}

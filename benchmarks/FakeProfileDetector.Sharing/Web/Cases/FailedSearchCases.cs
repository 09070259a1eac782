using FakeProfileDetector.Web;

namespace FakeProfileDetector.Sharing.Web.Cases;

/// <summary>Genuine members for whose photo the web could not be searched.</summary>
internal static class FailedSearchCases
{
    private static readonly (string Name, WebPhotoSearchFailure Failure)[] Failures =
    [
        ("provider down", WebPhotoSearchFailure.Unavailable),
        ("over budget", WebPhotoSearchFailure.OverBudget),
        ("no answer in time", WebPhotoSearchFailure.TimedOut),
        ("key refused", WebPhotoSearchFailure.KeyRefused),
    ];

    internal static IEnumerable<WebCase> All => Failures.Select(failure => new WebCase(failure.Name, WebFamily.FailedSearch, draft =>
    {
        draft.Genuine(draft.Person().Name, draft.Portrait());
        draft.Fail(failure.Failure);
    }));
}

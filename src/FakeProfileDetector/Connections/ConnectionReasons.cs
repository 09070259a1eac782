using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Connections;

/// <summary>The reasons of the advice: stable codes and sentences. They name nobody.</summary>
internal static class ConnectionReasons
{
    internal static readonly Reason PhotoUnderOtherNames = new(
        ReasonCodes.SenderPhotoUnderOtherNames, "The sender's photo is in use on several profiles with different names: report the profile as fake.");

    internal static readonly Reason LikelyFake = new(
        ReasonCodes.SenderLikelyFake, "The evidence says that the sender's profile is more likely fake than genuine.");

    internal static readonly Reason Suspicious = new(
        ReasonCodes.SenderSuspicious, "Some evidence speaks against the sender's profile: look at it first.");

    internal static readonly Reason Unknown = new(
        ReasonCodes.SenderUnknown, "Too little is known of the sender's profile to say anything: look at it first.");

    internal static readonly Reason CheckIncomplete = new(
        ReasonCodes.SenderCheckIncomplete, "Part of the check of the sender's profile failed: look at it first.");

    internal static readonly Reason ReviewRecommended = new(
        ReasonCodes.SenderReviewRecommended, "Nothing speaks against the sender's profile, but such profiles are to be looked at here.");

    internal static readonly Reason NothingAgainst = new(
        ReasonCodes.SenderNothingAgainst, "Nothing speaks against the sender's profile. That is no proof; but such requests are typically safe to accept, and not knowing a person is no reason to reject one.");

    internal static readonly Reason TargetCompany = new(
        ReasonCodes.TargetCompany, "The sender works at a company whose people you want to know.");

    internal static readonly Reason TargetIndustry = new(
        ReasonCodes.TargetIndustry, "The sender works in an industry whose people you want to know.");

    internal static readonly Reason Recruiter = new(
        ReasonCodes.Recruiter, "The sender recruits people: once connected, you are found in more of their searches.");

    internal static readonly Reason RecruiterNotWelcome = new(
        ReasonCodes.RecruiterNotWelcome, "The sender recruits people, from whom you do not want to hear: decide for yourself.");

    internal static readonly Reason Message = new(
        ReasonCodes.PersonalMessage, "The sender wrote to you: answer when you accept.");

    internal static readonly Reason SharedConnections = new(
        ReasonCodes.SharedConnections, "You and the sender share several connections.");

    internal static readonly Reason AlreadyClose = new(
        ReasonCodes.ClosenessDirect, "The sender is a direct contact already.");

    internal static readonly Reason ContactsContact = new(
        ReasonCodes.ClosenessSecondDegree, "The sender is a contact's contact: connected, each of you ranks higher in the other's circle when people search.");

    internal static readonly Reason WidensNetwork = new(
        ReasonCodes.ClosenessWidensNetwork, "The sender is three or more steps away: connected, you come within reach of the searches of a circle that does not find you yet.");

    internal static readonly Reason SmallNetwork = new(
        ReasonCodes.NetworkSmall, "Your network is small, and its size matters: active members have at least 500 to 1,000 connections.");
}

using System.Collections.Frozen;

namespace FakeProfileDetector.Names;

/// <summary>Words in names that are not the name: titles, credentials, generation marks and particles, in ASCII.</summary>
internal static class NameWords
{
    /// <summary>Forms of address and ranks that stand before a name.</summary>
    internal static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms miss mx sir dame lord lady dr doc doctor prof professor rev reverend hon fr father sr sister br brother "
        + "capt captain col colonel gen general lt maj sgt cmdr adm judge justice senator sen rep rabbi imam sheikh shaikh "
        + "herr frau hr fru dipl ing eng arch mag mme mlle mgr monsieur madame don dona doña sra srta senor senora haji hajji");

    /// <summary>Degrees, certificates and generation marks that stand after a name.</summary>
    internal static readonly FrozenSet<string> Credentials = Set(
        "mba emba phd dphil md dds dmd dvm do rn np pa jd llb llm llp esq ba bs bsc ma ms msc mph mpa mfa med edd bed "
        + "be btech mtech mca bca ca cpa cfa cfp cma acca fca pmp csm cspo cissp cisa cism ccna ccie pe pg aia leed sphr phr "
        + "shrm scp gphr ccp itil mbbs mrcp frcs frcp obe mbe cbe kbe qc kc mp jr sr junior senior ii iii iv v");

    /// <summary>Small words inside family names; leaving one out never contradicts.</summary>
    internal static readonly FrozenSet<string> Particles = Set(
        "de da di do du del della dello dei degli delle dos das la le las los lo van von vom der den het ten ter te zu zum zur "
        + "af av y e i bin binti bint ibn ben bar al el ul ur ad as ash abu st san santa mac mc d l");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

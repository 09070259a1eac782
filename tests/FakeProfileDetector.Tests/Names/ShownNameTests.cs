using FakeProfileDetector.Names;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.Tests.Names;

public sealed class ShownNameTests
{
    [Theory]
    [InlineData("\u202Etsivqdnil aroN", "Nora lindqvist")]
    [InlineData("\u202EtsivqdniL aroN\u202C", "Nora Lindqvist")]
    [InlineData("\u202EaroN\u202C \u202EtsivqdniL", "Nora Lindqvist")]
    [InlineData("ɐɹoN ʇsᴉʌbpuᴉ⅂", "Lindqvist Nora")]
    [InlineData("ᴉssoᴚ ɐᴉɹɐW", "Maria Rossi")]
    [InlineData("🇳🇴🇷🇦 🇱🇮🇳🇩", "NORA LIND")]
    [InlineData("N0ra L1ndqv1st", "Nora Lindqvist")]
    [InlineData("Th0mas Wi11iams", "Thomas Williams")]
    [InlineData("5ara J0nes", "sara Jones")]
    public void Of_DisguisedName_IsReadAsItLooks(string text, string expected)
    {
        var shown = ShownName.Of(text);

        Assert.Equal((expected, true, false), (shown.Text, shown.IsDisguised, shown.IsGarbled));
    }

    [Theory]
    [InlineData("Jos&eacute; Mu&ntilde;oz", "José Muñoz")]
    [InlineData("Jos&amp;eacute; Mu&#xF1;oz", "José Muñoz")]
    [InlineData("<b>Nora</b> Lindqvist", "Nora Lindqvist")]
    [InlineData("Nora<br/>Lindqvist", "Nora Lindqvist")]
    [InlineData("P%C3%A1draig O%27Brien", "Pádraig O'Brien")]
    [InlineData("Jos\\u00e9 Mu\\u00F1oz", "José Muñoz")]
    [InlineData("ZoÃ« MÃ¼ller", "Zoë Müller")]
    [InlineData("JosÃƒÂ© MuÃƒÂ±oz", "José Muñoz")]
    [InlineData("Jos√© Mu√±oz", "José Muñoz")]
    [InlineData("Ð˜Ð²Ð°Ð½ Ð¡Ð¾ÐºÐ¾Ð»Ð¾Ð²", "Иван Соколов")]
    [InlineData("РњР°СЂРёСЏ", "Мария")]
    [InlineData("Èâàí Ïåòðîâ", "Иван Петров")]
    [InlineData("Ìàðèÿ Ñìèðíîâà", "Мария Смирнова")]
    public void Of_DamagedName_IsMended(string text, string expected)
    {
        var shown = ShownName.Of(text);

        Assert.Equal((expected, false, true, false), (shown.Text, shown.IsDisguised, shown.IsMended, shown.IsGarbled));
    }

    [Theory]
    [InlineData("Ana Horvat")]
    [InlineData("\u202EAna\u202C Horvat")]
    [InlineData("Zoë Müller")]
    [InlineData("Åsa Öberg")]
    [InlineData("Þórður Æsa")]
    [InlineData("Lê Thị Ái Mỹ")]
    [InlineData("Иван Соколов")]
    [InlineData("Ёсё Рёнё")]
    [InlineData("Kofi Ɔsei")]
    [InlineData("Əli Əliyev")]
    [InlineData("Ana & Marko Horvat")]
    [InlineData("Ana Horvat <3")]
    [InlineData("Ana Horvat?")]
    [InlineData("Boris Kovac 2")]
    [InlineData("ana_h88b")]
    [InlineData("n0ra")]
    [InlineData("R2D2 Fan")]
    [InlineData("maria@example.com Rossi1")]
    [InlineData("Ana Horvat 🇭🇷")]
    [InlineData("ᎠᏂ ᏩᎩ")]
    [InlineData("ꓮꓬꓲ ꓟꓰ")]
    [InlineData("ᐊᓇ ᐃᓄᒃ")]
    [InlineData("100% Ana")]
    public void Of_OrdinaryName_IsLeftAsItIs(string text) => Assert.Equal(new(text), ShownName.Of(text) with { IsMended = false });

    [Theory]
    [InlineData("Jos? Mu?oz", "José Muñoz")]
    [InlineData("Fran\uFFFDois L\uFFFDger", "François Léger")]
    [InlineData("Ð˜Ð²Ð°Ð½ Ð", "Иван Соколов")]
    [InlineData("å¼ ä¼Ÿ", "张伟")]
    [InlineData("ÆüËÍ ÂÀÏº", "Ana Horvat")]
    public void Compare_LostLetters_ContradictNobody(string garbled, string other)
    {
        Assert.True(ShownName.Of(garbled).IsGarbled);
        Assert.InRange(NameComparer.Compare(garbled, other).WeightBits, -8, 0);
        Assert.Contains(NameComparer.Compare(garbled, other).Reasons, reason => reason.Code == ReasonCodes.NameGarbled);
    }

    [Theory]
    [InlineData("\u202EtsivqdniL aroN", "Nora Lindqvist")]
    [InlineData("ɐɹoN ʇsᴉʌbpuᴉ⅂", "Nora Lindqvist")]
    [InlineData("ʇsᴉʌbpuᴉꓶ ɐɹoN", "Nora Lindqvist")]
    [InlineData("ᑎOᖇᗩ ᒪIᑎᗪᑫᐯIᔕT", "Nora Lindqvist")]
    [InlineData("ꓟꓮꓣꓲꓮ ꓣꓳꓢꓢꓲ", "Maria Rossi")]
    [InlineData("Ꮇꭺꭱꮖꭺ Ꭱꭴꮪꮪꮖ", "Maria Rossi")]
    [InlineData("ɴᴏʀᴀ ʟɪɴᴅǫᴠɪꜱᴛ", "Nora Lindqvist")]
    [InlineData("𝓜𝓪𝓻𝓲𝓪 𝓡𝓸𝓼𝓼𝓲", "Maria Rossi")]
    [InlineData("⒨⒜⒭⒤⒜ ⒭⒪⒮⒮⒤", "Maria Rossi")]
    [InlineData("M̶a̶r̶i̶a̶ R̶o̶s̶s̶i̶", "Maria Rossi")]
    [InlineData("M4r1a R0ss1", "Maria Rossi")]
    [InlineData("М@ria R0ssi", "Maria Rossi")]
    public void Compare_DisguiseAndWhatItLooksLike_IsBelowZero(string disguised, string name)
    {
        Assert.True(NameComparer.Compare(disguised, name).WeightBits < 0);
        Assert.True(NameComparer.Compare(disguised, name).Relation.IsCompatible());
        Assert.True(NameComparer.Compare(disguised, "Petra Kovac").WeightBits > 0);
    }

    [Theory]
    [InlineData("ᎠᏂ ᏩᎩ")]
    [InlineData("ꓮꓬꓲ ꓟꓰ")]
    [InlineData("ᐊᓇ ᐃᓄᒃ")]
    [InlineData("Άννα Μάνου")]
    [InlineData("Оксана Рева")]
    public void Compare_NameInItsOwnScript_IsNoDisguise(string name) =>
        Assert.DoesNotContain(NameComparer.Compare(name, "Maria Rossi").Reasons, reason => reason.Code == ReasonCodes.NameLookAlikeLetters);
}

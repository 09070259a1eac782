using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

/// <summary>Invented names by kind and language; every kind beside names of people that look like it.</summary>
public sealed class NameKindTests
{
    [Theory]
    [InlineData("English", "Contoso Ltd|Hartwell Consulting LLC|Fabrikam Inc.|Hartwell, Inc.|Contoso Co., Ltd.|Hartwell Photography|Fabrikam Recruitment Agency")]
    [InlineData("English trades", "Contoso Careers|HR Team|Contoso Academy|Springfield School|Contoso University|Contoso Club|Contoso News|Contoso Media|Hartwell Bakery|Dr. Becker Dental")]
    [InlineData("English, more", "Hartwell Realty|Hartwell Plumbing|Contoso Law Firm|Hartwell Cafe|Cafe Hartwell|Contoso Group|Contoso Official|Contoso Support|Sales Team|Contoso Store|Contoso Talent Recruiting")]
    [InlineData("English, two hints", "Hartwell & Sons|Smith & Jones|Becker & Partner|Becker & Co|The Anna Becker Group|Hartwell, Brandt & Partners|Anna Becker Foundation|Mary Hartwell Foods LLC|Anna Becker School of Dance|Ana & Marko Photography")]
    [InlineData("German", "Contoso GmbH|Contoso AG|Bäckerei Becker|Praxis Dr. Becker|Kanzlei Becker|Becker Immobilien|Becker Versicherung|Sportverein Contoso|Anna Becker Stiftung")]
    [InlineData("French", "Contoso SAS|Contoso Sarl|Boulangerie Brandt|Agence Contoso|École Contoso")]
    [InlineData("Spanish", "Contoso S.L.|Contoso S.A.|Clínica Contoso|Panadería Vega|Inmobiliaria Vega|Grupo Contoso")]
    [InlineData("Portuguese", "Contoso Ltda|Padaria Contoso|Escola Contoso|Imobiliária Contoso")]
    [InlineData("Italian", "Contoso S.p.A.|Contoso S.r.l.|Ristorante Contoso|Pasticceria Contoso|Scuola Contoso")]
    [InlineData("Dutch", "Contoso BV|Contoso B.V.|Bakkerij Brandt|Stichting Contoso|Makelaardij Brandt")]
    [InlineData("Polish", "Contoso Sp. z o.o.|Kancelaria Contoso|Fundacja Contoso|Apteka Contoso")]
    [InlineData("Turkish", "Contoso Ltd. Şti.|Contoso Sigorta|Contoso Eczanesi|Contoso Emlak")]
    [InlineData("Swedish and neighbors", "Contoso AB|Contoso Oy|Contoso A/S|Contoso ApS|Restaurang Contoso|Stiftelsen Contoso")]
    [InlineData("Croatian", "Contoso d.o.o.|Pekara Contoso|Udruga Contoso|Konoba Horvat")]
    [InlineData("Czech", "Contoso s.r.o.|Restaurace Contoso|Nadace Contoso|Lékárna Contoso")]
    [InlineData("Russian and Ukrainian", "ООО Контосо|Магазин Контосо|Школа Контосо|Компанія Контосо|Лікарня Контосо")]
    [InlineData("Arabic", "شركة كونتوسو|مطعم كونتوسو|مدرسة كونتوسو")]
    [InlineData("Chinese", "北京康托索科技有限公司|康托索 有限公司|康托索咖啡馆|康托索律師事務所")]
    [InlineData("Japanese", "株式会社コントソ|コントソ株式会社|(株)コントソ|コントソクリニック")]
    [InlineData("Korean", "주식회사 콘토소|(주)콘토소|콘토소병원|콘토소부동산")]
    [InlineData("legal forms of many countries", "Contoso OÜ|Contoso SIA|Contoso UAB|Contoso EOOD|Contoso SASU|Contoso SNC|Contoso VOF|Contoso Berhad|Contoso WLL|Contoso FZE|Contoso JSC|Contoso PLLC|Contoso ehf.|PT Contoso|CV Contoso|Contoso S.A. de C.V.|Contoso Limitada|Contoso (Pty) Ltd|ТОВ Контосо|ИП Хорват")]
    public void Kind_OfOrganizations_IsTold(string language, string names) => AssertAll(NameKind.Organization, language, names);

    [Theory]
    [InlineData("English", "Ana & Marko|Ana and Marko Horvat|Ana + Marko|Ana Horvat & Marko Kovac|Mr. & Mrs. Horvat|Mr and Mrs Horvat|The Horvats|The Hartwell Family|Family Horvat")]
    [InlineData("German", "Ana und Marko|Herr und Frau Becker|Familie Horvat")]
    [InlineData("French", "Ana et Marko|Famille Horvat")]
    [InlineData("Spanish", "Ana y Marko|Familia Vega")]
    [InlineData("Portuguese and Italian", "Ana e Marko|Família Horvat|Famiglia Horvat")]
    [InlineData("Croatian", "Ana i Marko|Obitelj Horvat")]
    [InlineData("Czech", "Jana a Petr")]
    [InlineData("Polish", "Rodzina Horvat")]
    [InlineData("Turkish", "Ayşe ve Mehmet|Horvat Ailesi")]
    [InlineData("Swedish", "Anna och Erik|Familjen Brandt")]
    [InlineData("Russian and Ukrainian", "Анна и Марк Хорват|Семья Хорват|Сім'я Хорват")]
    [InlineData("Arabic", "عائلة كونتوسو")]
    [InlineData("comma", "Horvat, Ana & Marko")]
    public void Kind_OfSeveralPeople_IsTold(string language, string names) => AssertAll(NameKind.Couple, language, names);

    [Theory]
    [InlineData("English", "Office of Julia Brandt|Assistant to Julia Brandt|Secretary to Julia Brandt|Executive Assistant|HR|Contoso HR|Hiring Manager|Sales Department|Customer Service|Customer Support|Admin|Contoso Admin|Webmaster")]
    [InlineData("German", "Büro Brandt|Büro von Julia Brandt|Sekretariat|Sekretariat Brandt|Assistenz von Julia Brandt")]
    [InlineData("French", "Bureau de Julia Brandt|Assistante de Julia Brandt")]
    [InlineData("Spanish", "Oficina de Julia Brandt|Recursos Humanos")]
    [InlineData("Portuguese", "Gabinete da Julia Brandt")]
    [InlineData("Italian", "Ufficio di Julia Brandt|Risorse Umane")]
    [InlineData("Dutch", "Klantenservice|Kantoor van Brandt")]
    [InlineData("Turkish", "Müşteri Hizmetleri|İnsan Kaynakları")]
    [InlineData("Russian", "Администратор|Отдел кадров|Офис Хорват")]
    [InlineData("Arabic", "خدمة العملاء")]
    [InlineData("Chinese", "客服|管理員")]
    [InlineData("Japanese", "管理者|採用担当")]
    [InlineData("Korean", "관리자|고객센터")]
    public void Kind_OfPosts_IsTold(string language, string names) => AssertAll(NameKind.Role, language, names);

    [Theory]
    [InlineData("English", "Julia Brandt Fans|Julia Brandt Fan Club|Julia Brandt Fanpage|Julia Brandt Fan Page|Fans of Julia Brandt|Julia Brandt Supporters|Julia Brandt Daily|Julia Brandt Updates|Team Brandt|I love Julia Brandt|Cat Lovers")]
    [InlineData("German", "Julia Brandt Fanseite")]
    [InlineData("French and Spanish", "Fans de Julia Brandt|Club de Fans Julia Brandt")]
    [InlineData("Portuguese", "Fã Clube Julia Brandt")]
    [InlineData("Turkish", "Julia Brandt Hayranları")]
    [InlineData("Croatian", "Fanovi Julia Brandt")]
    [InlineData("Russian", "Фанаты Хорват|Фан-клуб Хорват")]
    [InlineData("Chinese", "康托索粉丝团")]
    [InlineData("Korean", "콘토소 팬클럽")]
    public void Kind_OfFanPages_IsTold(string language, string names) => AssertAll(NameKind.Fan, language, names);

    [Theory]
    [InlineData("English", "LinkedIn Member|Facebook User|Deleted User|User 12345|Unknown|N/A|Anonymous|Test Test|Guest|new member|Member|No Name")]
    [InlineData("German", "Mitglied|LinkedIn Mitglied|Gelöschter Nutzer|Unbekannt")]
    [InlineData("French", "Utilisateur|Membre de LinkedIn|Compte supprimé")]
    [InlineData("Spanish", "Usuario|Miembro de LinkedIn|Usuario eliminado")]
    [InlineData("Portuguese", "Membro|Usuário do LinkedIn")]
    [InlineData("Italian", "Utente Facebook|Profilo eliminato")]
    [InlineData("Dutch", "LinkedIn-lid|Onbekende Gebruiker|Verwijderde gebruiker")]
    [InlineData("Polish", "Użytkownik LinkedIn|Usunięty użytkownik")]
    [InlineData("Turkish", "LinkedIn Üyesi|Facebook Kullanıcısı")]
    [InlineData("Swedish", "LinkedIn-medlem|Okänd användare")]
    [InlineData("Croatian and Czech", "Nepoznat korisnik|Smazaný uživatel")]
    [InlineData("Russian", "Участник LinkedIn|Удалённый пользователь")]
    [InlineData("Arabic", "مستخدم فيسبوك")]
    [InlineData("Chinese", "用户12345|领英会员|匿名用戶")]
    [InlineData("Japanese", "ゲスト|匿名")]
    [InlineData("Korean", "LinkedIn 회원|사용자|삭제된 사용자")]
    [InlineData("templates", "{{first_name}}|{{first_name}} {{last_name}}|%FIRSTNAME%|%FIRSTNAME% %LASTNAME%|${name}|[Name]|<name>|first_name last_name|null null|undefined undefined|NaN NaN|None None|[object Object]|firstname lastname")]
    [InlineData("fields", "Vorname Nachname|Nombre Apellido|Nome Cognome|Nom Prénom|Imię Nazwisko|Имя Фамилия")]
    [InlineData("Norwegian, Danish, Icelandic", "Slettet bruker|Slettet konto|Slettet bruger|Eytt notandi")]
    [InlineData("Finnish, Estonian, Hungarian", "Poistettu käyttäjä|LinkedIn-jäsen|Kustutatud kasutaja|Törölt felhasználó|Törölt fiók")]
    [InlineData("Latvian, Lithuanian", "Dzēsts lietotājs|Ištrintas vartotojas|Ištrinta paskyra")]
    [InlineData("Romanian, Albanian, Greek", "Utilizator șters|Cont șters|Membru LinkedIn|Përdorues i fshirë|Διαγραμμένος χρήστης")]
    [InlineData("Slovak, Slovenian, Bulgarian, Serbian", "Odstránený používateľ|Izbrisan uporabnik|Изтрит потребител|Изтрит акаунт|Обрисан корисник")]
    [InlineData("Indonesian, Malay, Vietnamese, Thai", "Pengguna dihapus|Anggota LinkedIn|Akaun Dipadam|Người dùng Facebook|Người dùng đã bị xóa|ผู้ใช้ที่ถูกลบ|ผู้ใช้ Facebook")]
    [InlineData("Hindi, Bengali, Urdu, Persian, Hebrew", "हटाया गया उपयोगकर्ता|Facebook उपयोगकर्ता|মুছে ফেলা ব্যবহারকারী|نامعلوم صارف|کاربر حذف شده|משתמש שנמחק")]
    [InlineData("Armenian, Georgian, Kazakh, Swahili, Basque, Catalan", "Ջնջված օգտատեր|წაშლილი მომხმარებელი|Өшірілген пайдаланушы|Mtumiaji aliyefutwa|Erabiltzaile ezabatua|Usuari eliminat")]
    [InlineData("Chinese, Japanese", "已删除用户|已删除账号|已註銷帳號|領英會員|Facebookユーザー")]
    public void Kind_OfPlaceholders_IsTold(string language, string names) => AssertAll(NameKind.Placeholder, language, names);

    [Theory]
    [InlineData("employer", "Anna Becker ¦ Contoso|Anna Becker – Recruiter at Contoso|Dr. Anna Becker, Contoso GmbH|Anna Becker (Contoso GmbH)|Anna Becker - Contoso School")]
    [InlineData("work", "Anna Becker Photography|Anna Becker Coaching|Anna Becker Recruiting|Anna Becker Team Lead|Ana Horvat Customer Support Engineer|Anna Becker Hiring Manager|Ana Horvat Executive Assistant|Mary Hartwell LLC|Mary Hartwell, LLC")]
    [InlineData("English", "Ana Church|John Post|Frank Law|Peter Young|Gail Daily|Mary Ann Daily|Michael J. Daily|Christopher Guest|Maria House|Ana Baker")]
    [InlineData("Spanish", "García y Vega|Ruiz y Vega, Ana|Ana García y Vega|Juan Vicente y Simón|Pedro Company|Maria Loja")]
    [InlineData("Portuguese and Catalan", "Maria e Silva|Ana Ruiz i Puig")]
    [InlineData("comma", "Ruiz & Vega, Ana")]
    [InlineData("initials", "Karthik S.A.|Ramesh B.V.|Suresh AG|S.A. Ramesh|Ana Horvat SJ")]
    [InlineData("Croatian", "Admin Hodžić|Boris Musić")]
    [InlineData("Norwegian", "Jonas Støre|Jonas Brandt Støre")]
    [InlineData("German", "Anna Hafner|Otto Buro")]
    [InlineData("Chinese, Japanese, Korean", "Wei Fan|Fan Wei|王伟|김학원|Ji-a Kim|Cheng-En Wang|Ana Kita|山田太郎")]
    [InlineData("Vietnamese", "Nguyen The Anh|The Anh Nguyen")]
    [InlineData("Russian", "Анна Хорват|Иван Соколов")]
    [InlineData("Arabic", "محمد صالح")]
    [InlineData("trades that are names", "Anna School|Peter Support|Mark Shop|Anna Stores|John Bakery|Anna Studio")]
    [InlineData("placeholders that are names", "Null Hartwell|Anna Null|User Hartwell|Maria Gast|Edgar Guest|Thanh Dung|Dung Tai|Nan Hartwell|Jasen Hartwell|James Last|Ruth First|Bi Na")]
    [InlineData("legal forms that are names", "Sia Hartwell|Anna Oy|Bt Kumar|PT Ramesh Kumar|Cv Raman|Anna K.K.")]
    [InlineData("no template", "Ana [Annie] Horvat|<Ana> Horvat|Ana_Horvat|100% Ana")]
    [InlineData("no name", "ana_h88b||A. B.|Ana")]
    public void Kind_OfPeople_IsPerson(string why, string names) => AssertAll(NameKind.Person, why, names.Replace('¦', '|'));

    /// <summary>A person's trade is decoration: the name before it is whole.</summary>
    [Theory]
    [InlineData("Mary Hartwell Photography", "Mary Hartwell")]
    [InlineData("Anna Becker Coaching Berlin", "Anna Becker")]
    [InlineData("Dr. Anna Becker Physiotherapie", "Anna Becker")]
    public void Parse_TradeAfterAWholeName_IsLeftOut(string name, string person)
    {
        Assert.Equal(PersonName.Parse(person).Words, PersonName.Parse(name).Words);
        Assert.Equal(NameRelation.Compatible, NameComparer.Compare(name, person).Relation);
    }

    [Theory]
    [InlineData("Ana & Marko Horvat", "ana horvat|marko horvat")]
    [InlineData("Ana and Marko van der Molen", "ana van der molen|marko van der molen")]
    [InlineData("Ana Horvat & Marko Kovac", "ana horvat|marko kovac")]
    [InlineData("Ana und Marko", "ana|marko")]
    [InlineData("Анна и Марк Хорват", "anna khorvat|mark khorvat")]
    [InlineData("Familie Horvat", "")]
    [InlineData("The Horvats", "")]
    [InlineData("Contoso Ltd", "")]
    [InlineData("Ana Horvat", "")]
    public void People_OfACouple_HaveTheFamilyName(string name, string people) =>
        Assert.Equal(people, string.Join('|', PersonName.Parse(name).People.ToArray().Select(person => string.Join(' ', person.Words))));

    private static void AssertAll(NameKind kind, string about, string names)
    {
        var others = names.Split('|').Where(name => PersonName.Parse(name).Kind != kind).Select(name => $"{name}: {PersonName.Parse(name).Kind}");
        Assert.True(!others.Any(), $"{about}: {string.Join(", ", others)}");
    }
}

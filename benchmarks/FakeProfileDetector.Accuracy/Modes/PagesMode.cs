using FakeProfileDetector.Accuracy.Pages;
using FakeProfileDetector.Benchmarks.Shared.Reporting;
using FakeProfileDetector.Evaluation;
using FakeProfileDetector.Web;

namespace FakeProfileDetector.Accuracy.Modes;

/// <summary>Whose page it is by address and title, on labeled titles: those that the rules were made with, and those that they never saw.</summary>
internal static class PagesMode
{
    private static readonly string[] Own = ["pages.tsv", "pages-held-out.tsv"];

    internal static void Run(FileInfo[] files)
    {
        var paths = files.Length > 0 ? files.Select(file => file.FullName) : Own.Select(file => Path.Combine(AppContext.BaseDirectory, "Data", file));
        var sets = paths.Select(path => (Name: Path.GetFileNameWithoutExtension(path), Pages: LabeledPage.ReadAll(path))).ToArray();
        PrintShares(sets);
        foreach (var (name, pages) in sets)
        {
            PrintKinds(name, pages);
            PrintErrors(name, pages);
        }
    }

    private static void PrintShares((string Name, LabeledPage[] Pages)[] sets)
    {
        var table = new Table("Pages read", "set", "titles", "name right where one is given", "names given that are right", "wrong names, of all titles", "site right", "kind right", "handle right");
        foreach (var (name, pages) in sets)
        {
            table.Add(
                name,
                $"{pages.Length}",
                Figures.Percent(Proportion.Of([.. pages.Where(page => page.Name.Length > 0)], page => page.IsNameRight)),
                Figures.Percent(Proportion.Of([.. pages.Where(page => page.ReadName.Length > 0)], page => page.IsNameRight)),
                Figures.Percent(Proportion.Of(pages, page => page.ReadName.Length > 0 && !page.IsNameRight), 2),
                Figures.Percent(Proportion.Of(pages, page => page.IsSiteRight)),
                Figures.Percent(Proportion.Of(pages, page => page.IsKindRight)),
                Figures.Percent(Proportion.Of(pages, page => page.IsHandleRight)));
        }

        table.Print();
    }

    private static void PrintKinds(string name, LabeledPage[] pages)
    {
        var table = new Table($"Kinds, {name}", "kind", "titles", "precision, %", "recall, %");
        foreach (var kind in Enum.GetValues<WebPageKind>().Select(kind => kind.ToCode()))
        {
            LabeledPage[] labeled = [.. pages.Where(page => page.Kind == kind)];
            LabeledPage[] read = [.. pages.Where(page => page.Read.Kind.ToCode() == kind)];
            table.Add(kind, $"{labeled.Length}", Figures.Share(Proportion.Of(read, page => page.IsKindRight)), Figures.Share(Proportion.Of(labeled, page => page.IsKindRight)));
        }

        table.Print();
    }

    private static void PrintErrors(string name, LabeledPage[] pages)
    {
        Console.WriteLine();
        Console.WriteLine($"Errors, {name}:");
        foreach (var page in pages.Where(page => !page.IsNameRight || !page.IsKindRight || !page.IsSiteRight || !page.IsHandleRight))
        {
            Console.WriteLine($"- `{page.Url}` \"{page.Title}\":{Error("name", page.Name, page.ReadName)}{Error("kind", page.Kind, page.Read.Kind.ToCode())}{Error("site", page.Site, page.Read.Site)}{Error("handle", page.Handle, page.ReadHandle)}");
        }
    }

    private static string Error(string what, string expected, string read) => expected == read ? string.Empty : $" {what} \"{read}\" for \"{expected}\";";
}

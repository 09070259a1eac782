namespace FakeProfileDetector.NameTables;

/// <summary>Compiles the tables of names that are counted or estimated rather than known.</summary>
internal static class Program
{
    internal static int Main(string[] arguments)
    {
        if (arguments is not [var folder, .. var rest] || rest.Length > 1 || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("Give the folder of the name statistics (../shared/data/names), and the folder to write to if it is not the library's own.");
            return 1;
        }

        var target = rest is [var path] ? path : "src/FakeProfileDetector/Names/Tables";
        File.WriteAllText(Path.Combine(target, "token-frequencies.txt"), FrequencyTable.Compile(folder));
        File.WriteAllText(Path.Combine(target, "letters.txt"), LetterTableCompiler.Compile(folder));
        CrossValidation.Print(folder, Console.Out);
        return 0;
    }
}

using FakeProfileDetector.FaceTraining.Data;
using FakeProfileDetector.FaceTraining.Learning;
using FakeProfileDetector.FaceTraining.Measuring;
using FakeProfileDetector.FaceTraining.Scenes;
using FakeProfileDetector.Photos.Faces;

// train TABLE [steps of the first network] [steps of the second] [seed]: learns and writes a table.
// verify TABLE STEPS [seed]: learns the second network anew. refine TABLE STEPS [seed]: learns on with it.
// confirm TABLE STEPS SEED [ON]: learns a third network for a table of two, starting from the second or from the third of ON, and writes TABLE.three.
// measure TABLE [aside|tuning|stylegan3]: figures.
// scenes FOLDER: pictures as they are learned from, to look at.
const int ProposalThreshold = -3 << 17;
const float Rate = 2e-3f;

switch (args)
{
    case ["train" or "verify" or "refine", var path, ..]:
        var seed = int.Parse(args.Length > 4 ? args[4] : args[0] == "train" ? "1" : args.Length > 3 ? args[3] : "1");
        var random = new Random(seed);
        var maker = new SceneMaker(FaceData.Read((kind, part) => kind != "ai_stylegan3" && Parts.IsLearned(part)));
        FaceNetwork proposer;
        byte[] proposerBytes;
        if (args[0] == "train")
        {
            var first = FloatNetwork.Proposer(random);
            Schedule.Run(first, int.Parse(args[2]), Rate, maker.Make, (scene, current, examples) => ProposerTraining.Collect(scene, current, random, examples), random, _ => { });
            using var stream = new MemoryStream();
            first.Write(stream, averaged: true);
            proposerBytes = stream.ToArray();
            proposer = FaceTable.ReadNetwork(proposerBytes);
            File.WriteAllBytes(path + ".first", proposerBytes);
        }
        else
        {
            proposerBytes = File.ReadAllBytes(path + ".first");
            proposer = FaceTable.ReadNetwork(proposerBytes);
        }

        var steps = int.Parse(args[0] == "train" ? args[3] : args[2]);
        var second = FloatNetwork.Verifier(random);
        if (args[0] == "refine")
        {
            second.Load(FaceTable.Read(File.ReadAllBytes(path)).Verifier);
        }

        Schedule.Run(
            second, steps, args[0] == "refine" ? Rate / 2 : Rate, maker.Make,
            (scene, current, examples) => VerifierTraining.Collect(scene, proposer, ProposalThreshold, null, current, random, examples), random,
            network => TableFile.Write(path, proposerBytes, network, new(ProposalThreshold, 0, 0)));
        Tune(path);
        break;

    case ["confirm", var path, var length, var chance, ..]:
        var two = File.ReadAllBytes(path);
        var pair = FaceTable.Read(two);
        var source = new Random(int.Parse(chance));
        var composer = new SceneMaker(FaceData.Read((kind, part) => kind != "ai_stylegan3" && Parts.IsLearned(part)));
        var third = FloatNetwork.Verifier(source);
        var learned = args.Length > 4 ? FaceTable.Read(File.ReadAllBytes(args[4])).Confirmer : null;
        third.Load(learned ?? pair.Verifier);
        Schedule.Run(
            third, int.Parse(length), learned is null ? Rate : Rate / 2, composer.Make,
            (scene, current, examples) => VerifierTraining.Collect(scene, pair.Proposer, ProposalThreshold, pair.Verifier, current, source, examples), source,
            network => TableFile.Append(path + ".three", two, network));
        break;

    case ["tune", var path]:
        Tune(path);
        break;

    case ["measure", var path, ..]:
        var table = FaceTable.Read(File.ReadAllBytes(path));
        var set = args.Length > 2 ? args[2] : "aside";
        var pictures = FaceData.Read((kind, part) => set switch
        {
            "stylegan3" => kind == "ai_stylegan3" || (kind == "photos_of_things" && Parts.IsAside(part)),
            "tuning" => kind != "ai_stylegan3" && Parts.IsTuning(part),
            "learned" => kind != "ai_stylegan3" && Parts.IsLearned(part) && part % 3 == 0,
            _ => kind != "ai_stylegan3" && Parts.IsAside(part),
        });
        var measured = Measured.All(Trials.Of(pictures, seed: 7), table);
        Measured.Print(measured, table.Thresholds.First, table.Thresholds.Further);
        foreach (var item in measured.Where(item => !item.IsRight(table.Thresholds.First, table.Thresholds.Further)))
        {
            Console.Error.WriteLine($"{item.Trial.Group}: {item.Trial.Source?.File}, scores {string.Join(' ', item.Candidates.Take(4).Select(face => (face.Score / 131072.0).ToString("f1")))}");
        }

        if (args.Length > 3)
        {
            // A sheet of the pictures of nobody in which a face was counted.
            PictureFile.Sheet(args[3], [.. measured.Where(item => item.Trial.Expected == Expected.None && !item.IsRight(table.Thresholds.First, table.Thresholds.Further))
                .Select(item => item.Trial.Scene with { Faces = [.. item.Candidates.Take(item.Count(table.Thresholds.First, table.Thresholds.Further))] }).Take(60)]);
        }

        break;

    case ["time", var path, ..]:
        Timing.Print(new CascadeFaceLocator(FaceTable.Read(File.ReadAllBytes(path))), FaceTable.Read(File.ReadAllBytes(path)), FaceData.Read((kind, part) => kind is "us_senate" or "photos_of_things" or "ai_stylegan2" && part < 8));
        break;

    case ["propose", var path, var score]:
        // The threshold of the first network, as a score.
        var known = FaceTable.Read(File.ReadAllBytes(path)).Thresholds;
        TableFile.SetThresholds(path, known with { Proposal = (int)(float.Parse(score) * (1 << 17)) });
        break;

    case ["recall", var path]:
        Timing.Recall(FaceTable.Read(File.ReadAllBytes(path)), Trials.Of(FaceData.Read((kind, part) => kind != "ai_stylegan3" && Parts.IsTuning(part)), seed: 5));
        break;

    case ["scenes", var folder]:
        PictureFile.WriteScenes(folder, new SceneMaker(FaceData.Read((kind, part) => kind != "ai_stylegan3" && Parts.IsLearned(part) && part % 5 == 0)));
        break;

    case ["trials", var folder]:
        PictureFile.WriteTrials(folder, [.. Trials.Of(FaceData.Read((kind, part) => kind != "ai_stylegan3" && Parts.IsAside(part)), seed: 7)]);
        break;

    default:
        Console.Error.WriteLine("train TABLE STEPS STEPS [SEED] | verify TABLE STEPS [SEED] | refine TABLE STEPS [SEED] | tune TABLE | propose TABLE SCORE | recall TABLE | time TABLE | measure TABLE [aside|tuning|stylegan3|learned] [SHEET] | scenes FOLDER | trials FOLDER");
        break;
}

static void Tune(string path)
{
    var table = FaceTable.Read(File.ReadAllBytes(path));
    var pictures = FaceData.Read((kind, part) => kind != "ai_stylegan3" && Parts.IsTuning(part));
    var measured = Measured.All(Trials.Of(pictures, seed: 5), table);
    var (first, further) = ThresholdSearch.Best(measured);
    TableFile.SetThresholds(path, new(table.Thresholds.Proposal, first, further));
    Console.WriteLine($"thresholds {first / 131072.0:f2} {further / 131072.0:f2}");
    Measured.Print(measured, first, further);
}

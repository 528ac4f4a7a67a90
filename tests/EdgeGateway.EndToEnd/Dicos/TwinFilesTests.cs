using System.Text.Json.Nodes;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;
using ParcelInspectionBody = EdgeGateway.Protocol.Model.Parcels.ParcelInspectionBody;

namespace EdgeGateway.EndToEnd.Dicos;

/// <summary>What our scanner's twin writes is DICOS to programs that know neither it nor our reader.</summary>
public sealed class TwinFilesTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 5, 1, 30, 0, TimeSpan.Zero);

    /// <summary>Every kind of verdict, of a scanner that is seldom sure.</summary>
    private static readonly ParcelMix s_mix = new() { Alarm = 0.5, Unknown = 0.1, Aborted = 0.2, Reviewed = 1, Tip = 0.3 };

    private static readonly ScannerProfile[] s_scanners =
    [
        new() { Columns = 32, Rows = 20 },
        new() { Columns = 32, Rows = 20, Encoding = DicosEncoding.Implicit },
        new() { Columns = 32, Rows = 20, Undefined = true },
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edge-dicos-");

    [Fact]
    public async Task Read_FilesOfTheTwin_AsPydicomAndDcmtkReadThem()
    {
        var files = s_scanners.SelectMany((profile, i) => Files(profile, i)).ToArray();
        var byPydicom = await OtherReaders.PydicomReadAsync([.. files.Select(file => file.Path)]);

        Assert.True(files.Length > 50, $"{files.Length} files");
        foreach (var ((path, file), told) in files.Zip(byPydicom))
        {
            Assert.True(DicomJson.Compare(told, OtherReaders.Read(path).Data, path) > 20);
            var body = (ParcelInspectionBody)new DicosDecoder().Decode(file.Bytes, new Dictionary<string, string>()).Single().Readings.Single().Body;
            Assert.Equal((file.Truth.NativeId, file.Truth.Facts!["result"], file.Truth.Facts["scan.uid"]), (body.Source!.NativeId, body.Result, body.Scan!.Uid));
        }

        // One of each scanner: a process for each file takes its time.
        foreach (var (path, _) in files.DistinctBy(file => Path.GetFileName(file.Path)[0]))
        {
            DicomJson.Compare(await OtherReaders.DcmtkReadAsync(path), OtherReaders.Read(path).Data, path);
        }
    }

    [Fact]
    public async Task Decode_FileOfTheTwin_IsOneLineOfTheProgram()
    {
        var (path, file) = Files(s_scanners[0], 0).First();

        await using var program = ChildProcess.Start(Binaries.Gateway, ["decode", "dicos", "--file", path]);

        Assert.Equal(0, await program.ExitAsync(TimeSpan.FromSeconds(30)));
        var line = JsonNode.Parse(Assert.Single(program.Lines))!;
        Assert.True(line["ok"]!.GetValue<bool>());
        Assert.Equal(file.Truth.Facts!["parcel.id"], line["fields"]!["ooiId"]!.GetValue<string>());
        Assert.Equal("edge.parcel.inspection.v1", line["readings"]![0]!["type"]!.GetValue<string>());
    }

    public void Dispose() => _folder.Delete(true);

    private IEnumerable<(string Path, ScannerFile File)> Files(ScannerProfile profile, int number)
    {
        var source = new ParcelSource(7, "line", s_start, 1, s_mix);
        var voice = new ScannerVoice("xr-07", profile);
        ParcelPart[] parts = [ParcelPart.Report, ParcelPart.Image, ParcelPart.Review];
        foreach (var statement in new ParcelTimeline(source, parts, 8, s_start.AddHours(1)).Statements())
        {
            var file = voice.Say(statement);
            string path = Path.Combine(_folder.FullName, $"{number}-{file.Name}");
            File.WriteAllBytes(path, file.Bytes);
            yield return (path, file);
        }
    }
}

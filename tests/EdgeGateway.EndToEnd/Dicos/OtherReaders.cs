using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.EndToEnd.Dicos;

/// <summary>Programs that read and write DICOM and were not written by us: dcmtk and pydicom.</summary>
internal static class OtherReaders
{
    /// <summary>Debian's own python sees Debian's modules.</summary>
    private const string Python = "/usr/bin/python3";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly string s_script = Path.Combine(Binaries.Root, "tests", "EdgeGateway.EndToEnd", "Dicos", "reports.py");

    public static Task PydicomWriteAsync(string folder, int count, string seed) =>
        RunAsync(Python, s_script, "write", folder, count.ToString(System.Globalization.CultureInfo.InvariantCulture), seed);

    /// <summary>What pydicom reads of each file.</summary>
    public static async Task<IReadOnlyList<JsonObject>> PydicomReadAsync(params string[] files)
    {
        await RunAsync(Python, [s_script, "read", .. files]);
        return [.. files.Select(file => JsonNode.Parse(File.ReadAllText(file + ".json"))!.AsObject())];
    }

    /// <summary>What dcmtk reads of a file; without group 0002.</summary>
    public static async Task<JsonObject> DcmtkReadAsync(string file)
    {
        string json = file + ".dcmtk.json";
        await RunAsync(Binaries.Tool("dcm2json"), file, json);
        return JsonNode.Parse(File.ReadAllText(json))!.AsObject();
    }

    public static Task Dump2DcmAsync(string dump, string file, params string[] options) => RunAsync(Binaries.Tool("dump2dcm"), ["-q", .. options, dump, file]);

    public static DicosFile Read(string file)
    {
        using var stream = File.OpenRead(file);
        var read = DicosReader.Read(stream);
        Assert.True(read.Fault is null, $"{file}: {read.Fault} at {read.At}");
        return read.File!;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        await using var child = ChildProcess.Start(program, arguments);
        int code = await child.ExitAsync(s_patience);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)}: {code}\n{child.Output}");
    }
}

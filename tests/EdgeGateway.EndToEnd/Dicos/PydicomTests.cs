using System.Text.Json.Nodes;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Dicos;

/// <summary>Reports that pydicom made at random: every element that it put into a file is the one that is read.</summary>
public sealed class PydicomTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edge-dicos-");

    [Fact]
    public async Task Read_ReportsMadeAtRandom_HoldWhatWasPutIn()
    {
        int count = RunSize.Long ? 20_000 : 150;
        await OtherReaders.PydicomWriteAsync(_folder.FullName, count, "20261122");

        int compared = 0;
        for (int i = 0; i < count; i++)
        {
            string path = Path.Combine(_folder.FullName, $"{i}.dcm");
            var told = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(path, ".json")))!.AsObject();
            compared += DicomJson.Compare(told, OtherReaders.Read(path).Data, $"{i}");
            var frame = new DicosDecoder().Decode(await File.ReadAllBytesAsync(path), new Dictionary<string, string>()).Single();
            Assert.True(frame is { Ok: true, Readings.Count: 1 }, $"{i}: {frame.Fault}");
        }

        Assert.True(compared > 30 * count, $"{compared} elements in {count} files");
    }

    public void Dispose() => _folder.Delete(true);
}

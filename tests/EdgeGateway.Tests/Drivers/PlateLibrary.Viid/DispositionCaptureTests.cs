using System.Text.Json;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>Bodies as libraries send them, each with what is to be made of it.</summary>
public sealed class DispositionCaptureTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Captures", "viid-library");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Judge_Capture_GivesWhatIsExpected(string name)
    {
        byte[] body = File.ReadAllBytes(Path.Combine(s_folder, name, "body.json"));
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_folder, name, "expected.json")));
        var place = LibraryPlace.Of(LibraryWords.Upper(), TimeSpan.FromHours(8));

        var verdicts = ViidDisposition.Read(ViidDocument.Read(body, null, out _)!).Select(one => ViidLibraryMapping.Judge(one, place, LibraryWords.Now)).ToList();

        Assert.Equal(expected.RootElement.GetArrayLength(), verdicts.Count);
        foreach (var (want, verdict) in expected.RootElement.EnumerateArray().Zip(verdicts))
        {
            Assert.Equal(want.GetProperty("id").GetString(), verdict.Id);
            Assert.Equal(Text(want, "refusal"), verdict.Refusal);
            Assert.Equal(want.TryGetProperty("withdraw", out _), verdict.Withdraw);
            Assert.Equal(Text(want, "plate"), verdict.Entry?.Plate);
            Assert.Equal(Text(want, "to"), verdict.Entry?.To.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}

using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Kiosk.Application;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

public sealed class KioskApplicationSettingsTests
{
    [Fact]
    public void Read_Sample_IsWithoutMistake()
    {
        var options = Read(House.Repository.Read("src/Drivers/Kiosk.Application/sample.json"), out string mistakes);

        Assert.Equal(string.Empty, mistakes);
        Assert.True(options.Spool!.IsPrivate);
        Assert.Equal(TimeSpan.FromMinutes(3), options.Silence);
        Assert.Equal(18, options.Catalogue.Businesses.Count);
    }

    [Theory]
    [InlineData("{}", "token:missing")]
    [InlineData("""{"token":{"file":"short"}}""", "token:contradiction")]
    [InlineData("""{"token":{"file":"t"},"silence":"9s"}""", "silence:out-of-range")]
    [InlineData("""{"token":{"file":"t"},"silence":"8d"}""", "silence:out-of-range")]
    [InlineData("""{"token":{"file":"t"},"stateEvery":"30s"}""", "stateEvery:out-of-range")]
    [InlineData("""{"spool":{}}""", "spool.folder:missing")]
    [InlineData("""{"spool":{"folder":"kiosk","marker":"a/b","mostBytes":"5MB","patience":"1h"}}""", "spool.folder:not-a-folder spool.marker:not-a-name spool.mostBytes:out-of-range spool.patience:out-of-range")]
    [InlineData("""{"spool":{"folder":"/srv/k"},"tokn":1}""", "tokn:unknown-key")]
    [InlineData("""{"token":{"file":"t"},"catalogue":"none.json"}""", "catalogue:file-not-readable")]
    [InlineData("""{"token":{"file":"t"},"catalogue":"codes.json"}""", "codes.json: codes[0].code:not-a-code")]
    public void Read_Mistake_IsNamed(string entry, string expected)
    {
        Read(entry, out string mistakes);

        Assert.Equal(expected, mistakes);
    }

    [Fact]
    public void Read_SpoolAlone_IsNotMissedUnlessTheSiteSaysSo()
    {
        Assert.Null(Read("""{"spool":{"folder":"/srv/k"}}""", out _).Silence);
        Assert.Equal(TimeSpan.FromHours(1), Read("""{"spool":{"folder":"/srv/k"},"silence":"1h"}""", out _).Silence);
    }

    [Fact]
    public void Read_Catalogue_IsThatOfTheFile() =>
        Assert.Equal("gz.x", Read("""{"token":{"file":"t"},"catalogue":"good.json"}""", out _).Catalogue.Businesses[^1].Code);

    [Fact]
    public void NeedsInbox_OnlyWithAToken()
    {
        var descriptor = DriverCatalog.All.Single(driver => driver.Name == "kiosk-application");

        Assert.True(descriptor.NeedsInbox(Read("""{"token":{"file":"t"}}""", out _)));
        Assert.False(descriptor.NeedsInbox(Read("""{"spool":{"folder":"/srv/k"}}""", out _)));
    }

    private static KioskApplicationOptions Read(string entry, out string mistakes)
    {
        var report = new SettingsReport(new Secrets()) { Files = new Files() };
        using var document = JsonDocument.Parse(entry);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (KioskApplicationOptions)DriverCatalog.All.Single(driver => driver.Name == "kiosk-application").ReadOptions(reader);
        reader.Finish();
        Assert.All(report.Findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
        mistakes = string.Join(' ', report.Findings.Select(finding => $"{finding.Path}:{finding.Code}"));
        return options;
    }

    private sealed class Secrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => new(file == "short" ? "short" : "long-enough-1");
    }

    private sealed class Files : ISettingsFiles
    {
        public string? Find(string path) => null;

        public SettingsFile Read(string path) => path switch
        {
            "good.json" => new SettingsFile(JsonDocument.Parse("""{"namespace":"gz","codes":[{"code":"x"}]}""").RootElement, null),
            "codes.json" => new SettingsFile(JsonDocument.Parse("""{"namespace":"gz","codes":[{"code":"X Y"}]}""").RootElement, null),
            _ => SettingsFile.NotThere(path),
        };
    }
}

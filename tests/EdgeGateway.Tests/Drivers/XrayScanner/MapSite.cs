using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.XrayScanner;
using EdgeGateway.Drivers.XrayScanner.Dahua;
using EdgeGateway.Drivers.XrayScanner.Hikvision;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Tests.Drivers.XrayScanner;

/// <summary>A site's settings as the gateway reads them, and readings as the platform sees them.</summary>
internal static class MapSite
{
    /// <summary>Every mistake as <c>path:code</c>, in the order found.</summary>
    public static string Mistakes(string driver, string entry)
    {
        Options(driver, entry, out var findings);
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
        return string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}"));
    }

    public static object Options(string driver, string entry, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new Secrets());
        using var document = JsonDocument.Parse(entry);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        object options = DriverCatalog.All.Single(one => one.Name == driver).ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }

    /// <param name="driver">Which driver's reader.</param>
    /// <param name="map">JSON of the map.</param>
    public static InspectionMap Map(string driver, string map)
    {
        object options = Options(driver, $"{{\"host\": \"scanner\", \"map\": {map}}}", out var findings);
        Assert.Empty(findings);
        return options is DahuaXrayOptions dahua ? dahua.Map : ((HikvisionXrayOptions)options).Map;
    }

    /// <summary>The body as JSON, with the envelope's lane.</summary>
    public static JsonNode Flat(Reading reading)
    {
        var json = reading.Body is ParcelInspectionBody body
            ? JsonSerializer.SerializeToNode(body, BodyJson.Default.ParcelInspectionBody)!
            : JsonSerializer.SerializeToNode((DeviceStatusBody)reading.Body, BodyJson.Default.DeviceStatusBody)!;
        json["lane"] = reading.Lane.ToString();
        Assert.Equal(reading.Body.Media?.Select(media => media.Sha256) ?? [], reading.Attachments.Select(attachment => attachment.Sha256));
        return json;
    }

    private sealed class Secrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => file is not null || env == "LONG" ? new Secret("long-enough-1") : null;
    }
}

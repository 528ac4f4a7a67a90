using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.XrayScanner.Dahua;

/// <summary>
/// The map that is taken when the site writes none: member names of the binary SDK in the spelling of its HTTP channel. No device
/// has confirmed it (xray.md section 2.2); a site that sees <c>unmapped-event</c> or MAP_FINDS_NOTHING writes its own.
/// </summary>
internal static class DahuaSdkMap
{
    public const string Name = "dahua-sdk";

    private const string Text = """
        {
          "events": [
            {
              "types": ["XRayDetection"],
              "tag": "PackageTag",
              "barcodes": "BarCodes[]",
              "time": ["RealUTC", "UTC"],
              "grade": "DangerGrade",
              "objects": [
                { "path": "Objects[]", "code": "ObjectType", "confidence": "Similarity", "box": "BoundingBox" }
              ]
            }
          ]
        }
        """;

    public static readonly InspectionMap Value = Read(new SettingsReport(new NoSecrets()));

    /// <summary>The same reader as for a site's map; its findings are those of a mistake in this file.</summary>
    internal static InspectionMap Read(SettingsReport report)
    {
        using var document = JsonDocument.Parse(Text);
        return InspectionMapSettings.Read(new SettingsReader(document.RootElement, "map", report), FieldPaths.None);
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}

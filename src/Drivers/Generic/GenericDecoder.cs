using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Privacy;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary><c>edgegateway decode generic --opt map=FILE</c>: what a map makes of messages, so that it can be tried before a device is installed.</summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>map</c> (required), <c>topic</c>, <c>payload=text</c>, <c>received</c>, <c>zone</c>, <c>device</c>. Nothing is remembered from line to line: a standing alarm is shown each time, and identifiers are made with a key for once.</remarks>
public sealed class GenericDecoder(TimeProvider time) : IProtocolDecoder
{
    private const string Map = "map";

    public string Protocol => "generic";

    public bool TakesText => true;

    public IReadOnlyList<string> FileOptions => [Map];

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (Mistake(options, out var received, out var zone) is { } mistake)
        {
            return [DecodedFrame.Failed("bad-option", mistake)];
        }

        var map = ReadMap(options[Map], out var findings);
        if (findings.Count > 0)
        {
            return findings.Select(finding => DecodedFrame.Failed("bad-map", $"{finding.Path}: {finding.Problem.En}; {finding.Right.En}"));
        }

        var body = options.GetValueOrDefault("payload") == "text" ? MessageReader.Text(input.Span) : MessageReader.Read(input.Span);
        var moment = new SensorMoment(received, options.GetValueOrDefault("topic") ?? string.Empty);
        var readings = new SensorReadings(options.GetValueOrDefault("device") ?? "device", "generic", DeviceKey.ForOnce());
        return body.Faults.Select(fault => DecodedFrame.Failed(fault, "this is no message; see what the device really sends"))
            .Concat(body.Messages.Select(message => Frame(MapEvaluation.Of(map, message, moment.Topic, received, zone), message, readings, moment)));
    }

    private static DecodedFrame Frame(MapOutcome outcome, BodyNode message, SensorReadings readings, SensorMoment moment)
    {
        if (!outcome.IsMatched || outcome.Beyond > 0)
        {
            return outcome.Beyond > 0
                ? DecodedFrame.Failed(MapReasons.TooManyEntries, FormattableString.Invariant($"it has {outcome.Beyond} entries more than {MapOutcome.MostEntries}"))
                : DecodedFrame.Failed(MapReasons.Unmatched, $"no rule takes it; names and sorts of its values: {BodyOutline.Write(message, 2000)}");
        }

        var leftOut = outcome.LeftOut.GroupBy(reason => reason).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Count()));
        return new DecodedFrame
        {
            Type = outcome.Entries.Count == 0 ? "nothing" : string.Join(' ', outcome.Entries.Select(entry => entry.Rule.Type).Distinct()),
            Fields = new JsonObject { ["leftOut"] = new JsonObject(leftOut) },
            Readings = [.. outcome.Entries.Select(entry => readings.Of(entry, moment))],
        };
    }

    private static SensorMap ReadMap(string text, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        var map = SensorMap.Empty;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            map = SensorMapReader.Read(new SettingsReader(document.RootElement, string.Empty, report));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A text that is half a character is reported when it is asked for.
            string where = e is JsonException syntax ? FormattableString.Invariant($"line {syntax.LineNumber + 1}") : "a text";
            report.Add(new Finding(where, "syntax", MapWords.NotJson, MapWords.WriteJson));
        }

        findings = report.Findings;
        return map;
    }

    private string? Mistake(IReadOnlyDictionary<string, string> options, out DateTimeOffset received, out TimeSpan zone)
    {
        (received, zone) = (time.GetUtcNow(), TimeSpan.FromHours(8));
        return !options.ContainsKey(Map) ? "write --opt map=FILE"
            : options.TryGetValue("received", out string? text) && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out received) ? "received is no ISO 8601 time, for example 2026-11-22T03:32:00Z."
            : options.TryGetValue("zone", out text) && !MapTimeReader.TryZone(text, out zone) ? "zone is none, for example +08:00."
            : null;
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}

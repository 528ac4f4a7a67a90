using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Events of a gateway (drone.md sections 2.7 and 2.8). When it returns, what is told of the event is safe and it may be answered.</summary>
/// <param name="parts">Of the conversation.</param>
/// <param name="aircraft">The aircraft that the gateway has now; null when none is known.</param>
internal sealed class EventDesk(DeskParts parts, Func<AircraftDesk?> aircraft)
{
    private const int Informational = 6;
    private const int Notice = 5;
    private const int LongestText = 256;
    private const int MostKinds = 64;

    /// <summary>Warnings come again and again while the other one is near.</summary>
    private static readonly TimeSpan s_trafficGone = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string> _progress = new(StringComparer.Ordinal);
    private long? _traffic;

    private string Vehicle => aircraft()?.Vehicle ?? parts.Options.Gateway;

    public Task TakeAsync(DjiMessage message, DjiTold told, CancellationToken ct) => message.Method switch
    {
        DjiHms.Method => HmsAsync(DjiHms.Of(message.Data), told, ct),
        DjiMission.Method => aircraft()?.FlyAsync(message, told, ct) ?? MessageAsync(message, told, ct),
        DjiUpload.Method => CaptureAsync(message, told, ct),
        DjiTraffic.Method => TrafficAsync(DjiTraffic.Of(message.Data), told, ct),
        null => NamelessAsync(),
        _ => MessageAsync(message, told, ct),
    };

    /// <summary>Time goes by: a warning that does not come again is over.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        if (_traffic is { } last && parts.Host.Time.GetElapsedTime(last) >= s_trafficGone)
        {
            await parts.Alarms.SetAsync(VehicleAlarm.Airsense, [], true, parts.Now(), parts.Sink, ct).ConfigureAwait(false);
            _traffic = null;
        }
    }

    /// <summary>After a restart nobody knows when the last warning came.</summary>
    public void Begin() => _traffic = parts.Host.Time.GetTimestamp();

    private Task HmsAsync(DjiHms list, DjiTold told, CancellationToken ct)
    {
        if (!list.IsComplete)
        {
            parts.Host.Watch.Fault(FaultKind.Garbled, "hms-entry");
        }

        return parts.Alarms.SetAsync(VehicleAlarm.Hms, [.. list.Alarms.Select(alarm => VehicleAlarm.Of(alarm, Vehicle, parts.Options.Gateway))], list.IsComplete, told, parts.Sink, ct);
    }

    private async Task TrafficAsync(IReadOnlyList<DjiTraffic> others, DjiTold told, CancellationToken ct)
    {
        var near = others.Where(other => other.Level >= parts.Options.AirsenseLevel).Select(other => VehicleAlarm.Of(other, Vehicle)).ToList();
        await parts.Alarms.SetAsync(VehicleAlarm.Airsense, near, true, told, parts.Sink, ct).ConfigureAwait(false);
        _traffic = parts.Host.Time.GetTimestamp();
    }

    private async Task CaptureAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        var upload = DjiUpload.Of(message.Data);
        var body = DjiMapping.Capture(Vehicle, upload, told, message.NativeId);
        await parts.Sink.EmitAsync(told.Reading(Lane.Event, body) with { RepeatKey = DjiTold.Repeat(message.NativeId, upload.File) }, ct).ConfigureAwait(false);
    }

    /// <summary>Progress that says the same as before is no news.</summary>
    private async Task MessageAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        string method = message.Method!;
        if (method == "fly_to_point_progress" && message.Data.Text("fly_to_id") is { } flight)
        {
            parts.Signs.Saw(Sightings.FlyTo(flight));
        }

        string? status = message.Data.Text("status") ?? message.Data.Member("output").Text("status");
        string now = $"{message.Bid}/{status}/{message.Data.Text("result")}";
        if (status is not null && _progress.GetValueOrDefault(method) == now)
        {
            return;
        }

        bool bad = message.Data.Whole("result") is not null and not 0;
        var body = new DroneMessageBody
        {
            Vehicle = Vehicle,
            VehicleType = DjiMapping.Multirotor,
            Severity = bad ? Notice : Informational,
            Text = Text(method, message.Data),
            Flags = told.Flags,
            Source = told.Source(message.NativeId, null),
        };
        await parts.Sink.EmitAsync(told.Reading(Lane.Event, body) with { RepeatKey = DjiTold.Repeat(message.NativeId, method, status) }, ct).ConfigureAwait(false);
        if (_progress.Count < MostKinds || _progress.ContainsKey(method))
        {
            _progress[method] = now;
        }
    }

    private Task NamelessAsync()
    {
        parts.Host.Watch.Fault(FaultKind.Garbled, "no-method");
        return Task.CompletedTask;
    }

    /// <summary>The method and its plain values, as the device named them.</summary>
    private static string Text(string method, JsonElement data)
    {
        var text = new StringBuilder(method);
        var values = Values(data).Concat(Values(data.Member("output")));
        foreach (var (name, value) in values.TakeWhile(_ => text.Length < LongestText))
        {
            text.Append(CultureInfo.InvariantCulture, $" {name}={value}");
        }

        return text.Length <= LongestText ? text.ToString() : text.ToString(0, LongestText);
    }

    private static IEnumerable<(string Name, string Value)> Values(JsonElement data) => data.ValueKind != JsonValueKind.Object
        ? []
        : data.EnumerateObject()
            .Select(member => (member.Name, Value: member.Value.AsText() ?? (member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.Value.GetRawText() : null)))
            .Where(pair => pair.Value is not null)
            .Select(pair => (pair.Name, pair.Value!));
}

using System.Security.Cryptography;
using System.Text.Json.Serialization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Alarms of a device, each told once when it begins (lane alarm) and once when it ends (lane event), over restarts and crashes.</summary>
internal sealed class SensorAlarms(DriverContext context, SensorVoice voice)
    : StandingAlarms<SensorAlarm>(context.Time, context.Memory, context.Watch, SensorMemoryJson.Default.StandingAlarmSensorAlarmArray)
{
    private const int MarkBytes = 6;

    /// <summary>Tells what an earlier conversation was about to tell. To be called once, before anything else.</summary>
    public Task FinishAsync(CancellationToken ct) => FinishAsync(voice.Alarm, voice.Sink, ct);

    /// <param name="scope">Of all that is wanted.</param>
    /// <param name="wanted">What stands now; what is not among it is over, but for what is not known.</param>
    /// <param name="unknown">Whether nothing can be said of an alarm, which then stays as it was.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next round tells it.</exception>
    public Task SetAsync(string scope, IReadOnlyList<SensorAlarm> wanted, Func<SensorAlarm, bool> unknown, CancellationToken ct) =>
        SetAsync(scope, [.. wanted, .. Of(scope).Where(unknown).Where(one => !wanted.Any(other => other.Key == one.Key))], true, Mark(), voice.Alarm, voice.Sink, ct);

    /// <summary>Unlike every other one, whatever is done to clocks.</summary>
    private static string Mark() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MarkBytes));
}

/// <summary>How standing alarms are remembered.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StandingAlarm<SensorAlarm>[]))]
internal sealed partial class SensorMemoryJson : JsonSerializerContext;

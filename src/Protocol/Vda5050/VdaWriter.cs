using System.Buffers;
using System.Text.Json;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Vda5050;

/// <summary>Messages to a robot.</summary>
public static class VdaWriter
{
    /// <summary>Every robot must know it (3.0 section 6.2.3): stands still until <c>stopPause</c>, the order stays.</summary>
    public const string StartPause = "startPause";

    /// <summary>One instant action without parameters; its blocking type <c>NONE</c> is the only one that every version allows.</summary>
    /// <param name="robot">To whom.</param>
    /// <param name="headerId">Counter of the topic.</param>
    /// <param name="time">Now.</param>
    /// <param name="version">What the robot itself says that it speaks, for example <c>2.1.0</c>.</param>
    /// <param name="type">For example <see cref="StartPause"/>.</param>
    /// <param name="actionId">Unique; the robot reports under it.</param>
    public static byte[] InstantAction(VdaRobot robot, long headerId, DateTimeOffset time, string version, string type, string actionId)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("headerId"u8, headerId);
            json.WriteString("timestamp"u8, UtcMilliseconds.Text(time));
            json.WriteString("version"u8, version);
            json.WriteString("manufacturer"u8, robot.Manufacturer);
            json.WriteString("serialNumber"u8, robot.Serial);
            json.WriteStartArray("actions"u8);
            json.WriteStartObject();
            json.WriteString("actionType"u8, type);
            json.WriteString("actionId"u8, actionId);
            json.WriteString("blockingType"u8, "NONE"u8);
            json.WriteStartArray("actionParameters"u8);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}

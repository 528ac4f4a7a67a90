using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>A frame as a person is shown it: the protocol's own names and raw values. Secrets and the registration of an operator are not shown.</summary>
internal static class MavlinkFields
{
    public const string Withheld = "(withheld)";
    private const int OperatorKind = 5;

    public static JsonObject Of(in MavFrame frame)
    {
        var fields = new JsonObject { ["stx"] = frame.Bytes.Span[0], ["len"] = frame.Length };
        if (frame.Version == MavVersion.V2)
        {
            fields["incompat_flags"] = frame.IncompatFlags;
            fields["compat_flags"] = frame.CompatFlags;
        }

        fields["seq"] = frame.Sequence;
        fields["sysid"] = frame.System;
        fields["compid"] = frame.Component;
        fields["msgid"] = frame.MessageId;
        fields["payload"] = Payload(frame);
        fields["checksum"] = frame.Checksum;
        if (frame.IsSigned)
        {
            fields["signature"] = Signature(frame.Signature);
        }

        return fields;
    }

    private static JsonNode Payload(in MavFrame frame)
    {
        if (frame.Definition is not { Fields.Count: > 0 } definition)
        {
            return frame.Definition is { IsSecret: true } ? Withheld : Convert.ToHexStringLower(frame.Payload);
        }

        var payload = new JsonObject();
        foreach (var field in definition.Fields)
        {
            payload[field.Name] = (definition.Id, field.Name) switch
            {
                (OpenDroneIdOperatorId.MsgId, "operator_id") => Withheld,
                (OpenDroneIdMessagePack.MsgId, "messages") => Broadcasts(frame.Payload, field),
                _ => Value(frame.Payload, field),
            };
        }

        return payload;
    }

    private static JsonObject Signature(ReadOnlySpan<byte> signature) => new()
    {
        ["link_id"] = signature[0],
        ["timestamp"] = Convert.ToUInt64(Convert.ToHexString([.. signature[1..7].ToArray().Reverse()]), 16),
        ["signature"] = Convert.ToHexStringLower(signature[7..]),
    };

    private static JsonNode? Value(ReadOnlySpan<byte> payload, MavField field)
    {
        var reader = new MavPayloadReader(payload, field.Offset);
        switch (field.Type)
        {
            case MavFieldType.Char:
                return reader.Text(field.Count);
            case MavFieldType.TextByte when Text(payload, field) is { } text:
                return text;
        }

        if (field.Count == 0)
        {
            return Number(ref reader, field.Type);
        }

        var list = new JsonArray();
        for (int i = 0; i < field.Count; i++)
        {
            list.Add(Number(ref reader, field.Type));
        }

        return list;
    }

    /// <summary>JSON has neither NaN nor infinity: null.</summary>
    private static JsonNode? Number(ref MavPayloadReader reader, MavFieldType type) => type switch
    {
        MavFieldType.I8 => reader.I8(),
        MavFieldType.U16 => reader.U16(),
        MavFieldType.I16 => reader.I16(),
        MavFieldType.U32 => reader.U32(),
        MavFieldType.I32 => reader.I32(),
        MavFieldType.U64 => reader.U64(),
        MavFieldType.F32 => reader.F32() is var value && float.IsFinite(value) ? value : null,
        _ => reader.U8(),
    };

    /// <returns>Null for bytes that are no plain text.</returns>
    private static string? Text(ReadOnlySpan<byte> payload, MavField field)
    {
        byte[] bytes = new MavPayloadReader(payload, field.Offset).Bytes(field.Count);
        var text = bytes.AsSpan().TrimEnd((byte)0);
        return text.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 ? Encoding.ASCII.GetString(text) : null;
    }

    /// <summary>Each broadcast as hex; those that name an operator withheld.</summary>
    private static JsonArray Broadcasts(ReadOnlySpan<byte> payload, MavField field)
    {
        byte[] all = new MavPayloadReader(payload, field.Offset).Bytes(field.Count);
        return [.. all.Chunk(RemoteIdPack.BroadcastLength).Select(one => (JsonNode?)(one[0] >> 4 == OperatorKind ? Withheld : Convert.ToHexStringLower(one)))];
    }
}

using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>What stands around a message.</summary>
/// <param name="Transaction">Null on a line.</param>
/// <param name="Unit">Who.</param>
/// <param name="IsGuess">Whether the direction was guessed.</param>
internal readonly record struct ModbusFrameAbout(ushort? Transaction, byte Unit, bool IsGuess);

/// <summary>Messages as JSON, with the names of xray.md section 3.4 and values as they came.</summary>
internal static class ModbusFields
{
    public static DecodedFrame Of(ModbusRequest request, ModbusFrameAbout about)
    {
        var fields = Head(about, "request", request.Function);
        fields["start"] = request.Start;
        fields["count"] = request.Count;
        if (!request.Values.IsEmpty)
        {
            AddValues(fields, request.Function, request.Values.Span, request.Count);
        }

        return new DecodedFrame { Type = "request", Fields = fields };
    }

    public static DecodedFrame Of(ModbusAnswer answer, ModbusRequest? asked, ModbusFrameAbout about)
    {
        var fields = Head(about, "response", answer.Function);
        if (answer.Exception is { } code)
        {
            fields["exception"] = code;
            fields["meaning"] = ModbusRefusals.Word(code);
            return new DecodedFrame { Type = "exception", Fields = fields };
        }

        if ((answer.Start ?? asked?.Start) is { } start)
        {
            fields["start"] = start;
        }

        if (answer.Count is { } count)
        {
            fields["count"] = count;
        }
        else
        {
            AddValues(fields, answer.Function, answer.Data.Span, asked?.Count ?? 8 * answer.Data.Length);
        }

        return new DecodedFrame { Type = "response", Fields = fields };
    }

    private static JsonObject Head(ModbusFrameAbout about, string direction, byte function)
    {
        var fields = new JsonObject();
        if (about.Transaction is { } transaction)
        {
            fields["transaction"] = transaction;
        }

        fields["unit"] = about.Unit;
        fields["direction"] = direction;
        if (about.IsGuess)
        {
            fields["directionGuessed"] = true;
        }

        fields["function"] = function;
        return fields;
    }

    /// <param name="fields">They are added to it.</param>
    /// <param name="function">Says what the bytes are.</param>
    /// <param name="data">Without its byte count.</param>
    /// <param name="bits">How many bits count, where they are bits.</param>
    private static void AddValues(JsonObject fields, byte function, ReadOnlySpan<byte> data, int bits)
    {
        if (function == ModbusFunction.WriteSingleCoil)
        {
            fields["bits"] = new JsonArray(data[0] != 0);
        }
        else if (ModbusFunction.ReadsBits(function) || function == ModbusFunction.WriteMultipleCoils)
        {
            fields["bits"] = new JsonArray([.. ModbusData.Bits(data, bits).Select(bit => (JsonNode?)bit)]);
        }
        else
        {
            fields["words"] = new JsonArray([.. ModbusData.Words(data).Select(word => (JsonNode?)(int)word)]);
        }
    }
}

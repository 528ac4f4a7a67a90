using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Modbus;

/// <summary>Writes requests and answers as PDUs: function and data (xray.md section 3.4).</summary>
public static class ModbusWriter
{
    private const int Head = 5;

    public static byte[] Write(ModbusRequest request)
    {
        bool several = ModbusFunction.WritesSeveral(request.Function);
        bool one = ModbusFunction.WritesOne(request.Function);
        var pdu = new byte[one ? Head : Head + (several ? 1 : 0) + request.Values.Length];
        pdu[0] = request.Function;
        BinaryPrimitives.WriteUInt16BigEndian(pdu.AsSpan(1), request.Start);
        if (!one)
        {
            BinaryPrimitives.WriteUInt16BigEndian(pdu.AsSpan(3), request.Count);
        }

        if (several)
        {
            pdu[Head] = (byte)request.Values.Length;
        }

        request.Values.Span.CopyTo(pdu.AsSpan(pdu.Length - request.Values.Length));
        return pdu;
    }

    public static byte[] Write(ModbusAnswer answer)
    {
        if (answer.Exception is { } exception)
        {
            return [(byte)(answer.Function | ModbusFunction.Refused), exception];
        }

        if (answer.Start is not { } start)
        {
            return [answer.Function, (byte)answer.Data.Length, .. answer.Data.Span];
        }

        var pdu = new byte[Head];
        pdu[0] = answer.Function;
        BinaryPrimitives.WriteUInt16BigEndian(pdu.AsSpan(1), start);
        if (answer.Count is { } count)
        {
            BinaryPrimitives.WriteUInt16BigEndian(pdu.AsSpan(3), count);
        }
        else
        {
            answer.Data.Span.CopyTo(pdu.AsSpan(3));
        }

        return pdu;
    }
}

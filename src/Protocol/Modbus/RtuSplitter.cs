namespace EdgeGateway.Protocol.Modbus;

/// <summary>A part of what was recorded from a line.</summary>
/// <param name="Offset">Of its first byte.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="Direction">Who speaks, as it was found; null for bytes that are part of no frame.</param>
/// <param name="IsEither">True when the frame can be a request as well as a response.</param>
public readonly record struct RtuPiece(int Offset, ReadOnlyMemory<byte> Bytes, ModbusDirection? Direction, bool IsEither);

/// <summary>Cuts a recording of a line, requests and answers in a row, into frames and what lies between them.</summary>
public static class RtuSplitter
{
    /// <param name="recorded">Whole frames; a frame that is cut off counts as noise.</param>
    /// <param name="only">Who speaks; null: whichever gives a frame with a right check sum, and of both whoever is due.</param>
    public static IReadOnlyList<RtuPiece> Split(ReadOnlyMemory<byte> recorded, ModbusDirection? only)
    {
        var pieces = new List<RtuPiece>();
        (int at, int noise) = (0, 0);
        ReadOnlyMemory<byte> question = default;
        while (at < recorded.Length)
        {
            if (Find(recorded[at..], only, question) is not { } piece)
            {
                at++;
                continue;
            }

            AddNoise(pieces, recorded[noise..at], noise);
            pieces.Add(piece with { Offset = at });
            question = piece.Direction == ModbusDirection.Request ? piece.Bytes : default;
            noise = at += piece.Bytes.Length;
        }

        AddNoise(pieces, recorded[noise..], noise);
        return pieces;
    }

    private static void AddNoise(List<RtuPiece> pieces, ReadOnlyMemory<byte> bytes, int offset)
    {
        if (!bytes.IsEmpty)
        {
            pieces.Add(new RtuPiece(offset, bytes, null, false));
        }
    }

    private static RtuPiece? Find(ReadOnlyMemory<byte> rest, ModbusDirection? only, ReadOnlyMemory<byte> question)
    {
        var request = only == ModbusDirection.Response ? default : Whole(rest, ModbusDirection.Request);
        var response = only == ModbusDirection.Request ? default : Whole(rest, ModbusDirection.Response);
        if (request.IsEmpty && response.IsEmpty)
        {
            return null;
        }

        bool either = !request.IsEmpty && !response.IsEmpty && request.Length == response.Length;
        bool isResponse = request.IsEmpty || (!response.IsEmpty && !question.IsEmpty && question.Span[0] == response.Span[0]);
        return new RtuPiece(0, isResponse ? response : request, isResponse ? ModbusDirection.Response : ModbusDirection.Request, either);
    }

    private static ReadOnlyMemory<byte> Whole(ReadOnlyMemory<byte> rest, ModbusDirection direction)
    {
        int length = RtuLengths.Of(rest.Span, direction);
        return length is not RtuLengths.None && length <= rest.Length && RtuFrame.IsWhole(rest.Span[..length]) ? rest[..length] : default;
    }
}

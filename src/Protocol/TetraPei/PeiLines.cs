using System.Text;

namespace EdgeGateway.Protocol.TetraPei;

/// <summary>
/// Cuts what a terminal says into lines, however it comes in pieces: CR, LF and both in any order end one, empty ones are
/// left out, and a line in which another message begins is cut there (pdt-radio.md sections 10 and 15, Q14).
/// </summary>
public sealed class PeiLines
{
    /// <summary>Characters of a line: an SDS has at most 2,047 bits, which is 512 digits, and its header may stand before it.</summary>
    public const int Longest = 2048;

    /// <summary>Lines that nobody has taken; a terminal that writes more of them than are read is cut off, not waited for.</summary>
    private const int MostWaiting = 4096;

    private readonly Queue<(string? Line, string? Fault)> _lines = new();
    private readonly StringBuilder _open = new();
    private bool _garbled;
    private bool _tooLong;

    /// <summary>Takes bytes as they came.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            if (one is (byte)'\r' or (byte)'\n')
            {
                End();
            }
            else
            {
                Add(one);
            }
        }
    }

    /// <returns>False when no line is whole; else the line, or why one was dropped.</returns>
    public bool TryTake(out string? line, out string? fault)
    {
        bool any = _lines.TryDequeue(out var first);
        (line, fault) = first;
        return any;
    }

    private void Add(byte one)
    {
        // NUL pads, and the end mark of our own data comes back where a terminal echoes.
        if (one is 0 or 0x1A)
        {
            return;
        }

        _garbled |= one is < 0x20 and not (byte)'\t' or 0x7F;
        _tooLong |= _open.Length >= Longest;
        if (!_tooLong)
        {
            _open.Append((char)one);
        }
    }

    private void End()
    {
        string text = _open.ToString().Trim();
        string? fault = _tooLong ? PeiFaults.TooLong : _garbled && !PeiPrefixes.StandIn(text) ? PeiFaults.Garbled : null;
        _open.Clear();
        (_garbled, _tooLong) = (false, false);
        if (fault is not null)
        {
            Put(null, fault);
            return;
        }

        foreach (string line in PeiPrefixes.Cut(text))
        {
            bool clean = !line.Any(char.IsControl);
            Put(clean ? line : null, clean ? null : PeiFaults.Garbled);
        }
    }

    private void Put(string? line, string? fault)
    {
        if (_lines.Count < MostWaiting)
        {
            _lines.Enqueue((line, fault));
        }
    }
}

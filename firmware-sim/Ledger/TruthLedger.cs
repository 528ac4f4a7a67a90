using System.Text.Json;

namespace EdgeGateway.Sim.Ledger;

/// <summary>Appends to a file. Every line is one write that reaches the operating system before the twin goes on.</summary>
public sealed class TruthLedger : ITruthLedger, IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _gate = new();

    /// <param name="path">Created when missing, continued when there.</param>
    public TruthLedger(string path)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        if (_file.Length > 0)
        {
            // A simulator that was killed may have left half a line; the next one must not be lost with it.
            _file.Seek(-1, SeekOrigin.End);
            if (_file.ReadByte() != '\n')
            {
                _file.WriteByte((byte)'\n');
            }
        }
    }

    public void Note(TruthLine line)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(line, TruthJson.Readable.TruthLine);
        byte[] text = [.. json, (byte)'\n'];
        lock (_gate)
        {
            _file.Write(text);
        }
    }

    public void Dispose() => _file.Dispose();
}

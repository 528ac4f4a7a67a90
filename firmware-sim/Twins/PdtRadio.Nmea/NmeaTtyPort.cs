namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>The far end of a serial line by its path, for example the other end of a pseudo terminal of socat's. Nobody knows here whether somebody listens.</summary>
public sealed class NmeaTtyPort(string path) : INmeaPort
{
    private FileStream? _line;

    public bool Say(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _line ??= new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            _line.Write(bytes);
            return true;
        }
        catch (IOException)
        {
            Cut();
            return false;
        }
    }

    public void Cut()
    {
        _line?.Dispose();
        _line = null;
    }

    public void Dispose() => Cut();
}

using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>Writes into a folder, as a workstation does on a share. Nobody answers: a file that is there is the reader's.</summary>
/// <param name="folder">Where.</param>
/// <param name="renames">Writes under a passing name first.</param>
/// <param name="time">Clock.</param>
public sealed class FolderWire(string folder, bool renames, TimeProvider time) : IScannerWire
{
    private const int SlowParts = 4;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    public async Task<string?> GiveAsync(ScannerFile file, CancellationToken ct)
    {
        string path = Path.Combine(folder, file.Name);
        try
        {
            if (file.Slow)
            {
                await SlowlyAsync(path, file.Bytes, ct).ConfigureAwait(false);
            }
            else if (renames)
            {
                await File.WriteAllBytesAsync(path + ".tmp", file.Bytes, ct).ConfigureAwait(false);
                File.Move(path + ".tmp", path, overwrite: true);
            }
            else
            {
                await File.WriteAllBytesAsync(path, file.Bytes, ct).ConfigureAwait(false);
            }

            return TruthLine.Stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task SlowlyAsync(string path, byte[] bytes, CancellationToken ct)
    {
        await using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        int part = (bytes.Length / SlowParts) + 1;
        for (int at = 0; at < bytes.Length; at += part)
        {
            await stream.WriteAsync(bytes.AsMemory(at, Math.Min(part, bytes.Length - at)), ct).ConfigureAwait(false);
            await stream.FlushAsync(ct).ConfigureAwait(false);
            await Task.Delay(s_pause, time, ct).ConfigureAwait(false);
        }
    }
}

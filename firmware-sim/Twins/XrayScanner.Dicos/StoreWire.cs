using System.Diagnostics;
using System.Globalization;
using System.Net;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>Sends by C-STORE with dcmtk's storescu, a program that is none of ours; one association a file. What is not answered is sent again.</summary>
/// <param name="to">The receiver.</param>
/// <param name="title">The scanner's own AE title.</param>
/// <param name="called">The receiver's.</param>
public sealed class StoreWire(IPEndPoint to, string title, string called) : IScannerWire
{
    public async Task<string?> GiveAsync(ScannerFile file, CancellationToken ct)
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file.Bytes, ct).ConfigureAwait(false);
            return await SendAsync(path, ct).ConfigureAwait(false) == 0 ? TruthLine.Ok : null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<int> SendAsync(string path, CancellationToken ct)
    {
        string port = to.Port.ToString(CultureInfo.InvariantCulture);

        // -R: without it the classes of DICOS are not proposed at all.
        using Process sender = Process.Start(new ProcessStartInfo("storescu", ["-R", "-aet", title, "-aec", called, to.Address.ToString(), port, path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            await Task.WhenAll(sender.StandardOutput.ReadToEndAsync(ct), sender.StandardError.ReadToEndAsync(ct)).ConfigureAwait(false);
            await sender.WaitForExitAsync(ct).ConfigureAwait(false);
            return sender.ExitCode;
        }
        catch (OperationCanceledException)
        {
            sender.Kill();
            throw;
        }
    }
}

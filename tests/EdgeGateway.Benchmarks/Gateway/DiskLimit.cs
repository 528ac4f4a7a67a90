using System.Globalization;
using System.Text.Json;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>What the disk takes, by a program we did not write (fio).</summary>
internal static class DiskLimit
{
    private const double MB = 1_000_000;

    /// <summary>One file written from end to end in pieces of 1 MiB, synced once at the end.</summary>
    /// <returns>MB/s.</returns>
    public static Task<double> StreamAsync(string folder) => RunAsync(folder, "--bs=1M", "--size=1G", "--end_fsync=1");

    /// <summary>Files of one passage's size, four at a time, each synced before the next: what a store of pictures cannot avoid.</summary>
    /// <returns>MB/s.</returns>
    public static Task<double> FilesAsync(string folder, int bytes, int files) => RunAsync(
        folder, "--bs=64k", "--numjobs=4", "--group_reporting", $"--nrfiles={Text(files / 4)}", $"--filesize={Text(bytes)}", "--fsync_on_close=1", "--openfiles=1", "--file_service_type=sequential", "--create_on_open=1");

    private static async Task<double> RunAsync(string folder, params string[] options)
    {
        Directory.CreateDirectory(folder);
        await using var fio = ChildProcess.Start(Binaries.Tool("fio"), ["--name=limit", $"--directory={folder}", "--rw=write", "--ioengine=psync", "--output-format=json", .. options]);
        int code = await fio.ExitAsync(TimeSpan.FromMinutes(3));
        Directory.Delete(folder, recursive: true);
        string output = fio.Output;
        int begin = output.IndexOf('{', StringComparison.Ordinal);
        if (code != 0 || begin < 0)
        {
            throw new InvalidOperationException($"fio said (exit {code}): {output}");
        }

        using var json = JsonDocument.Parse(output[begin..(output.LastIndexOf('}') + 1)]);
        return json.RootElement.GetProperty("jobs")[0].GetProperty("write").GetProperty("bw_bytes").GetDouble() / MB;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

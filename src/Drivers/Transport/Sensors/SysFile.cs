using System.Globalization;
using System.Text;

namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>Reads the small files of sysfs: one value, one line.</summary>
internal static class SysFile
{
    /// <summary>A page: sysfs never gives more. What is longer is no value.</summary>
    private const int Longest = 4096;

    /// <returns>The text without blanks around it, or why there is none.</returns>
    public static async ValueTask<(string? Text, string? Why)> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            using var file = File.OpenHandle(path, options: FileOptions.Asynchronous);
            byte[] bytes = new byte[Longest + 1];
            int length = await RandomAccess.ReadAsync(file, bytes, 0, ct).ConfigureAwait(false);
            return length <= Longest ? (Encoding.UTF8.GetString(bytes, 0, length).Trim(), null) : (null, SensorTrouble.NotANumber);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, SensorTrouble.Missing);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, SensorTrouble.Refused);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            // A driver that cannot reach its chip answers EIO or ENODATA.
            return (null, SensorTrouble.Broken);
        }
    }

    /// <returns>A whole number, as all of sysfs writes them, divided; or why there is none.</returns>
    public static async ValueTask<(double? Value, string? Why)> NumberAsync(string path, double divisor, CancellationToken ct)
    {
        var (text, why) = await ReadAsync(path, ct).ConfigureAwait(false);
        if (text is null)
        {
            return (null, why);
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? (number / divisor, null) : (null, SensorTrouble.NotANumber);
    }

    /// <returns>Names in a folder, sorted; none when it is not there.</returns>
    public static IReadOnlyList<string> Names(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>
/// Reads what <c>strace -f -xx</c> wrote. Its one file is a total order: a call's line begins when it begins, and ends,
/// there or in a <c>resumed</c> line further down, when it returns.
/// </summary>
internal static partial class TraceReader
{
    /// <summary>All that changes what a disk holds, or tells somebody of it.</summary>
    public const string Calls =
        "openat,close,pwrite64,pwritev,write,writev,fsync,fdatasync,sync_file_range,ftruncate,truncate,fallocate,rename,renameat,renameat2,link,linkat,symlink,unlink,unlinkat,mkdir,mkdirat,rmdir,dup,dup2,dup3,copy_file_range,sendfile,msync";

    public static string[] Options => ["-xx", "-s", "1000000", "-e", $"trace={Calls}", "-e", "signal=none"];

    public static IEnumerable<TraceStep> Read(string file)
    {
        var running = new Dictionary<int, SystemCall>();
        foreach (string line in Whole(file))
        {
            if (Begin().Match(line) is { Success: true } begin)
            {
                var call = new SystemCall(begin.Groups["name"].Value, begin.Groups["arguments"].Value);
                yield return new TraceStep(call, Returned: false);
                running[Thread(begin)] = call;
                if (Finish(begin, call))
                {
                    yield return new TraceStep(call, Returned: true);
                }
            }
            else if (Resumed().Match(line) is { Success: true } resumed)
            {
                SystemCall call = running[Thread(resumed)];
                if (Finish(resumed, call))
                {
                    yield return new TraceStep(call, Returned: true);
                }
            }
            else if (!Ended().IsMatch(line))
            {
                throw new InvalidDataException($"strace wrote what this reader does not know: {line[..Math.Min(200, line.Length)]}");
            }
        }
    }

    /// <remarks>When strace was killed its last line is not complete: a thread stands in that call, which never happened.</remarks>
    private static IEnumerable<string> Whole(string file) => Torn(file) ? File.ReadLines(file).SkipLast(1) : File.ReadLines(file);

    private static bool Torn(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return stream.Length > 0 && stream.Seek(-1, SeekOrigin.End) >= 0 && stream.ReadByte() != '\n';
    }

    private static bool Finish(Match line, SystemCall call)
    {
        if (!long.TryParse(line.Groups["result"].Value, CultureInfo.InvariantCulture, out long result))
        {
            return false;
        }

        call.Result = result;
        return true;
    }

    private static int Thread(Match line) => int.Parse(line.Groups["thread"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<thread>\d+) +(?<name>\w+)\((?<arguments>[^)<]*)( <unfinished \.\.\.>|\) += (?<result>-?\d+|\?).*)$")]
    private static partial Regex Begin();

    [GeneratedRegex(@"^(?<thread>\d+) +<\.\.\. \w+ resumed>.*\) += (?<result>-?\d+|\?).*$")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^\d+ +(\+\+\+|---)|resumed>.*<unfinished")]
    private static partial Regex Ended();
}

namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>One system call of a recording.</summary>
/// <param name="name">For instance <c>pwrite64</c>.</param>
/// <param name="arguments">As strace wrote them, strings in hex.</param>
internal sealed class SystemCall(string name, string arguments)
{
    public string Name => name;

    public string Arguments => arguments;

    /// <summary>What it returned; null while it runs, and for ever when the process died in it.</summary>
    public long? Result { get; set; }

    public IReadOnlyList<string> Words { get; } = arguments.Split(", ");

    /// <summary>The string at this place among the arguments, as bytes.</summary>
    public byte[] Bytes(int index) => Convert.FromHexString(Words[index].Trim('"').Replace("\\x", "", StringComparison.Ordinal));

    public string Text(int index) => System.Text.Encoding.UTF8.GetString(Bytes(index));

    public long Number(int index) => long.Parse(Words[index], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A call begins or returns. Between the two it may or may not have happened.</summary>
internal readonly record struct TraceStep(SystemCall Call, bool Returned);

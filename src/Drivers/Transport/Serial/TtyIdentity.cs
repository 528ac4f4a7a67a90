using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>Which device node a name leads to, links followed. Plugged in again, an adapter has another one (pdt-radio.md section 15, Q17).</summary>
/// <param name="Folder">Device number of the file system that the node lies on.</param>
/// <param name="Inode">Of the node.</param>
/// <param name="Major">Of the device behind it.</param>
/// <param name="Minor">Of the device behind it.</param>
internal readonly record struct TtyIdentity(ulong Folder, ulong Inode, uint Major, uint Minor)
{
    private const int CurrentFolder = -100;
    private const int OfTheDescriptor = 0x1000;
    private const uint BasicFacts = 0x7ff;
    private const int StructLength = 256;

    /// <summary>A pseudo terminal: Linux has given these majors to their near ends for ever (<c>devices.txt</c>).</summary>
    public bool IsPseudo => Major is >= 136 and <= 143;

    /// <summary>Whether a name still leads to that node. Where it cannot be told, it does: hanging up is noticed all the same.</summary>
    public bool IsAt(string path)
    {
        Span<byte> facts = stackalloc byte[StructLength];
        return Libc.StatX(CurrentFolder, path, 0, BasicFacts, facts) == 0 ? Parse(facts) == this : !TtyFailure.IsAbsent(Marshal.GetLastPInvokeError());
    }

    /// <returns>Null when it cannot be told, as under a filter of system calls that is older than statx.</returns>
    public static TtyIdentity? Of(int descriptor)
    {
        Span<byte> facts = stackalloc byte[StructLength];
        return Libc.StatX(descriptor, string.Empty, OfTheDescriptor, BasicFacts, facts) == 0 ? Parse(facts) : null;
    }

    // struct statx: inode at 32, rdev at 128 and 132, dev at 136 and 140.
    private static TtyIdentity Parse(ReadOnlySpan<byte> facts) => new(
        ((ulong)Word(facts, 136) << 32) | Word(facts, 140), BinaryPrimitives.ReadUInt64LittleEndian(facts[32..]), Word(facts, 128), Word(facts, 132));

    private static uint Word(ReadOnlySpan<byte> facts, int at) => BinaryPrimitives.ReadUInt32LittleEndian(facts[at..]);
}

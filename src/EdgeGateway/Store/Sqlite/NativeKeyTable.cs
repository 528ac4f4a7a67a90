using System.Buffers.Binary;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The table <c>native_key</c>: appended at the end, cut off at the front.</summary>
internal sealed class NativeKeyTable(StoreConnection connection)
{
    private readonly Statement _append = connection.Prepare("INSERT INTO native_key(number, key, seen) VALUES(?1, ?2, ?3)");
    private readonly Statement _cut = connection.Prepare("DELETE FROM native_key WHERE number < ?1");

    public IEnumerable<(long Number, UInt128 Key, long Seen)> All()
    {
        using var rows = connection.Prepare("SELECT number, key, seen FROM native_key ORDER BY number");
        while (rows.Step())
        {
            yield return (
                rows.Integer(0),
                BinaryPrimitives.ReadUInt128LittleEndian(rows.Bytes(1)),
                rows.Integer(2));
        }
    }

    public void Append(long number, UInt128 key, long seen)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(bytes, key);
        _append.Bind(1, number).Bind(2, bytes).Bind(3, seen).Run();
    }

    public void CutBefore(long number) => _cut.Bind(1, number).Run();
}

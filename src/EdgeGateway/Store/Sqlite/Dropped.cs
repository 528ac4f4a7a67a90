using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Sqlite;

/// <summary>One number that the platform will not get, or, in the lane of files, the number of the reading that named the file.</summary>
internal readonly record struct Dropped(string Device, Lane Lane, string Epoch, long Seq)
{
    /// <summary>Stands for the device where none is known; no device may have this id.</summary>
    public const string Gateway = "gateway";
}

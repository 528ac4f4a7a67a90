namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>One page in the log.</summary>
/// <param name="Page">Its number in the database, from 1.</param>
/// <param name="Offset">Where its bytes begin in the log.</param>
/// <param name="Commits">True when it ends a transaction.</param>
/// <param name="Own">True when it carries the salts of the log's current use; frames of an earlier use lie behind these.</param>
/// <param name="Sound">True when header and bytes fit the checksum that stands in the header.</param>
internal readonly record struct WalFrame(uint Page, long Offset, bool Commits, bool Own, bool Sound);

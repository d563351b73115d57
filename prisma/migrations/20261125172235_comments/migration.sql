-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('lab', 'shared');

-- CreateTable
CREATE TABLE "Thread" (
    "id" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "objectKind" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'lab',
    "anchor" JSONB NOT NULL,
    "seen" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMP(3),
    "resolvedById" TEXT,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "authorId" TEXT,
    "fromLabId" TEXT,
    "body" TEXT NOT NULL,
    "once" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMP(3),
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentEdit" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommentEdit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reaction" (
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("commentId","userId","key")
);

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateTable
CREATE TABLE "ThreadSubscription" (
    "threadId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "muted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ThreadSubscription_pkey" PRIMARY KEY ("threadId","userId")
);

-- CreateTable
CREATE TABLE "InboxItem" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "labId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "objectKind" TEXT,
    "objectId" TEXT,
    "threadId" TEXT,
    "commentId" TEXT,
    "actorId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMP(3),
    "digestedAt" TIMESTAMP(3),

    CONSTRAINT "InboxItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Thread_labId_objectKind_objectId_idx" ON "Thread"("labId", "objectKind", "objectId");

-- CreateIndex
CREATE INDEX "Comment_threadId_createdAt_idx" ON "Comment"("threadId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_authorId_once_key" ON "Comment"("authorId", "once");

-- CreateIndex
CREATE INDEX "CommentEdit_commentId_until_idx" ON "CommentEdit"("commentId", "until");

-- CreateIndex
CREATE INDEX "Mention_userId_idx" ON "Mention"("userId");

-- CreateIndex
CREATE INDEX "ThreadSubscription_userId_idx" ON "ThreadSubscription"("userId");

-- CreateIndex
CREATE INDEX "InboxItem_userId_createdAt_idx" ON "InboxItem"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "InboxItem_threadId_idx" ON "InboxItem"("threadId");

-- CreateIndex
CREATE INDEX "InboxItem_commentId_idx" ON "InboxItem"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "InboxItem_userId_cause_key" ON "InboxItem"("userId", "cause");

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_fromLabId_fkey" FOREIGN KEY ("fromLabId") REFERENCES "Lab"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentEdit" ADD CONSTRAINT "CommentEdit_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSubscription" ADD CONSTRAINT "ThreadSubscription_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSubscription" ADD CONSTRAINT "ThreadSubscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_labId_fkey" FOREIGN KEY ("labId") REFERENCES "Lab"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What the schema language cannot say.

ALTER TABLE "Thread"
  ADD CONSTRAINT "anchor_object" CHECK (jsonb_typeof("anchor") = 'object'),
  ADD CONSTRAINT "seen_object" CHECK (jsonb_typeof("seen") = 'object');
ALTER TABLE "Comment"
  ADD CONSTRAINT "body_length" CHECK (char_length("body") <= 10000),
  ADD CONSTRAINT "text_until_deleted" CHECK ("body" <> '' OR "deletedAt" IS NOT NULL);

CREATE TRIGGER immutable BEFORE UPDATE ON "CommentEdit" FOR EACH ROW EXECUTE FUNCTION refuse_update();

-- The rail counts these on every page.
CREATE INDEX "InboxItem_unread" ON "InboxItem" ("userId") WHERE "readAt" IS NULL;

-- A thread names its object by kind and id, so no foreign key can take it away together with the object.
-- Argument: the kind, as in contracts/object.ts.

CREATE FUNCTION forget_object() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Thread" WHERE "labId" = OLD."labId" AND "objectKind" = TG_ARGV[0] AND "objectId" = OLD."id";
  -- in whichever lab somebody met it
  DELETE FROM "InboxItem" WHERE "objectKind" = TG_ARGV[0] AND "objectId" = OLD."id";
  RETURN NULL;
END $$;

CREATE INDEX "InboxItem_object" ON "InboxItem" ("objectId") WHERE "objectId" IS NOT NULL;

CREATE TRIGGER forget_object AFTER DELETE ON "Model" FOR EACH ROW EXECUTE FUNCTION forget_object('model');
CREATE TRIGGER forget_object AFTER DELETE ON "Paradigm" FOR EACH ROW EXECUTE FUNCTION forget_object('paradigm');
CREATE TRIGGER forget_object AFTER DELETE ON "Experiment" FOR EACH ROW EXECUTE FUNCTION forget_object('experiment');
CREATE TRIGGER forget_object AFTER DELETE ON "Run" FOR EACH ROW EXECUTE FUNCTION forget_object('run');
CREATE TRIGGER forget_object AFTER DELETE ON "Dataset" FOR EACH ROW EXECUTE FUNCTION forget_object('dataset');
CREATE TRIGGER forget_object AFTER DELETE ON "Comparison" FOR EACH ROW EXECUTE FUNCTION forget_object('comparison');
